package org.stepwise.data.internal;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import javax.resource.ResourceException;
import javax.sql.DataSource;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.TransactionSynchronizationRegistry;
import org.stepwise.data.internal.engine.Engine;
import org.stepwise.data.internal.watch.Connections;
import org.stepwise.data.internal.watch.DatabaseWatch;

/**
 * The connections of all transactions. Each is given for reading only while changes cannot be kept, so that every way
 * to write meets it. All can be made anew: after a failure that those of before have not survived, and because a
 * statement that Derby has once run on a connection goes on writing there. A transaction keeps those it began with.
 */
final class Pool implements DataSource, Connections, AutoCloseable {
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(15);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Engine engine;
    private final Callable<DataSource> made;
    private final Duration patience;
    private final TransactionSynchronizationRegistry registry;
    private final DatabaseWatch watch;
    private final Queue<Generation> before = new ConcurrentLinkedQueue<>();
    private volatile Generation current;

    /**
     * Connections made at one time, and how many transactions work with them.
     *
     * @param changed whether changes may have been made with one of them: on Derby, such goes on making them
     */
    private record Generation(DataSource pool, AtomicInteger users, AtomicBoolean changed) {
        void close() {
            try {
                ((AutoCloseable) pool).close();
            } catch (Exception failure) {
                throw new IllegalStateException("the connection pool does not close", failure);
            }
        }
    }

    /** @param patience how long a connection is waited for; {@code made} waits for a moment only */
    Pool(
            Engine engine,
            Callable<DataSource> made,
            Duration patience,
            TransactionSynchronizationRegistry registry,
            DatabaseWatch watch) {
        this.engine = engine;
        this.made = made;
        this.patience = patience;
        this.registry = registry;
        this.watch = watch;
        this.current = make();
    }

    private Generation make() {
        try {
            return new Generation(made.call(), new AtomicInteger(), new AtomicBoolean());
        } catch (Exception failure) {
            throw new IllegalStateException("the connection pool does not start: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void renew() {
        renew(current);
    }

    private synchronized void renew(Generation last) {
        if (last == current) {
            current = make();
            if (last != null) {
                before.add(last);
            }
        }
    }

    /** While changes cannot be kept, connections that none was made with. */
    private Generation fit() {
        var now = current;
        if (now == null || watch.writable()) {
            return now;
        }
        if (engine.breaks() && now.changed.get()) {
            renew(now);
        }
        return current;
    }

    @Override
    public void drop() {
        var last = current;
        current = null;
        if (last != null) {
            before.add(last);
        }
        var deadline = System.nanoTime() + LONGEST_TRANSACTION.toNanos();
        while (!before.isEmpty() && System.nanoTime() < deadline) {
            tidy();
            LockSupport.parkNanos(LOOK_NANOS);
        }
        for (var old : before) {
            before.remove(old);
            old.close();
        }
    }

    @Override
    public void tidy() {
        for (var old : before) {
            if (old.users.get() == 0) {
                before.remove(old);
                old.close();
            }
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return given(DataSource::getConnection);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return given(pool -> pool.getConnection(user, password));
    }

    /** Takes a connection out of a pool. */
    private interface Taking {
        Connection from(DataSource pool) throws SQLException;
    }

    private Connection given(Taking taking) throws SQLException {
        var fit = fit();
        if (fit == null) {
            throw unreachable();
        }
        var use = use(fit);
        var deadline = System.nanoTime() + patience.toNanos();
        while (watch.reachable()) {
            try {
                return use.begun(taking.from(use.generation.pool));
            } catch (SQLException failure) {
                if (!waited(failure) || System.nanoTime() > deadline) {
                    throw failure;
                }
            }
        }
        throw unreachable();
    }

    private static SQLException unreachable() {
        return new SQLNonTransientConnectionException("the database cannot be reached", "08001");
    }

    /** For one that others give back, or for the database, which may be away: then nobody shall wait longer. */
    private static boolean waited(SQLException failure) {
        return failure.getCause() instanceof ResourceException pool
                && String.valueOf(pool.getMessage()).contains("timed out");
    }

    private Use use(Generation fit) {
        if (registry.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            return new Use(fit);
        }
        var known = (Use) registry.getResource(this);
        if (known == null) {
            known = new Use(fit);
            known.generation.users.incrementAndGet();
            registry.putResource(this, known);
            registry.registerInterposedSynchronization(known);
        }
        return known;
    }

    /** What one transaction does with its connections, or somebody outside transactions with one. */
    private final class Use implements Synchronization {
        private final Generation generation;
        private boolean begun;

        Use(Generation generation) {
            this.generation = generation;
        }

        Connection begun(Connection connection) throws SQLException {
            if (!begun) {
                try {
                    var writing = watch.writable();
                    engine.allow(connection, writing);
                    generation.changed.compareAndSet(false, writing);
                } catch (SQLException failure) {
                    connection.close();
                    throw failure;
                }
                begun = true;
            }
            return connection;
        }

        @Override
        public void beforeCompletion() {
            // It still works with its connection.
        }

        @Override
        public void afterCompletion(int status) {
            generation.users.decrementAndGet();
        }
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return current.pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        current.pool.setLogWriter(writer);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return current.pool.getLoginTimeout();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        current.pool.setLoginTimeout(seconds);
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return current.pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return current.pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return current.pool.isWrapperFor(type);
    }

    @Override
    public void close() {
        before.forEach(Generation::close);
        if (current != null) {
            current.close();
        }
    }
}
