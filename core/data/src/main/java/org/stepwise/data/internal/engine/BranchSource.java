package org.stepwise.data.internal.engine;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.XAConnection;
import javax.sql.XADataSource;

/** A database's source of connections, each with a {@link Branch} of ours. */
record BranchSource(XADataSource source, Branching branching) implements XADataSource {

    /** Makes the branch of a connection. */
    @FunctionalInterface
    interface Branching {
        Branch of(XAConnection connection) throws SQLException;
    }

    private XAConnection branched(XAConnection connection) throws SQLException {
        return new BranchConnection(connection, branching.of(connection));
    }

    @Override
    public XAConnection getXAConnection() throws SQLException {
        return branched(source.getXAConnection());
    }

    @Override
    public XAConnection getXAConnection(String user, String password) throws SQLException {
        return branched(source.getXAConnection(user, password));
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        source.setLogWriter(writer);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return source.getParentLogger();
    }
}
