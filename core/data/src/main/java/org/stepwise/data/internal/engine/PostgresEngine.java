package org.stepwise.data.internal.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;
import org.postgresql.xa.PGXADataSource;
import org.stepwise.data.Database;

/** A PostgreSQL server reached by a JDBC address. */
public final class PostgresEngine implements Engine {
    private static final int PROOF_SECONDS = 10;
    private static final String GROW = "CREATE TEMPORARY TABLE stepwise_proof ON COMMIT DROP AS"
            + " SELECT md5(n::text) AS filling FROM generate_series(1, 20000) n";

    private final String url;
    private final String user;
    private final String password;

    public PostgresEngine(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    private <T extends BaseDataSource> T addressed(T source) {
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        source.setReWriteBatchedInserts(true);
        source.setApplicationName("stepwise");
        return source;
    }

    @Override
    public Database.Kind kind() {
        return Database.Kind.POSTGRESQL;
    }

    @Override
    public XADataSource shared() {
        return new BranchSource(addressed(new PGXADataSource()), PostgresBranch::new);
    }

    @Override
    public DataSource plain() {
        return addressed(new PGSimpleDataSource());
    }

    @Override
    public String catalogued(String schema) {
        return schema.toLowerCase(Locale.ROOT);
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of("binary", "bytea", "moment", "TIMESTAMP", "key", "bytea", "text", "TEXT");
    }

    /** Of the transaction, which has begun already: the driver refuses to say it of the connection then. */
    @Override
    public void allow(Connection connection, boolean writing) throws SQLException {
        if (!writing) {
            try (var statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION READ ONLY");
            }
        }
    }

    /** What is written grows a table of its own, which is gone with the transaction. */
    @Override
    public void prove(boolean writing) throws SQLException {
        try (var connection = plain().getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.setQueryTimeout(PROOF_SECONDS);
                statement.execute(writing ? GROW : "SELECT 1");
                connection.rollback();
            }
        }
    }

    @Override
    public boolean breaks() {
        return false;
    }

    @Override
    public void abandon() {
        // The server is for others to start.
    }

    @Override
    public void settle() {
        // It survives a disk that is full.
    }

    @Override
    public void spare(long bytes) {
        // Its disk is its own affair.
    }

    @Override
    public void close() {
        // The server goes on for others; the pool has closed our connections.
    }
}
