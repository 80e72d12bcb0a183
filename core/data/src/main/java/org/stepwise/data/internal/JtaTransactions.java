package org.stepwise.data.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import javax.transaction.Status;
import javax.transaction.SystemException;
import javax.transaction.TransactionManager;
import javax.transaction.TransactionSynchronizationRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.data.Database;
import org.stepwise.data.Transactions;
import org.stepwise.data.internal.watch.DatabaseWatch;
import org.stepwise.error.Conflict;

/** One JTA transaction for each outermost call; everything in it shares one connection and one commit. */
@Component(service = {Transactions.class, JtaTransactions.class})
public final class JtaTransactions implements Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(JtaTransactions.class);

    private static final int MOST_RETRIES = 3;
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;
    private final DataSource pool;
    private final DatabaseWatch watch;

    @Activate
    public JtaTransactions(
            @Reference TransactionManager manager,
            @Reference TransactionSynchronizationRegistry registry,
            @Reference Database database,
            @Reference DatabaseWatch watch) {
        this.manager = manager;
        this.registry = registry;
        this.pool = database.dataSource();
        this.watch = watch;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        if (active()) {
            return work.get();
        }
        try {
            return retried(work);
        } catch (RuntimeException failure) {
            if (Failures.lostUpdate(failure)) {
                throw new Conflict(
                        "erp.data.changed-meanwhile",
                        "nothing was changed, because somebody else changed the same record meanwhile: read it again"
                                + " and repeat what you did");
            }
            throw watch.undone(failure);
        }
    }

    private <T> T retried(Supplier<T> work) {
        for (int lost = 1; ; lost++) {
            try {
                return attempt(work);
            } catch (RuntimeException failure) {
                if (!Failures.lostRace(failure)) {
                    throw failure;
                }
                if (lost > MOST_RETRIES) {
                    LOG.warn("a transaction lost a deadlock or a lock {} times", lost, failure);
                    throw new Conflict(
                            "erp.data.busy",
                            "nothing was changed, because others change the same records all the time: try again");
                }
                LOG.info("a transaction lost a deadlock or a lock and runs once more: {}", failure.getMessage());
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(lost * LONGEST_PAUSE_NANOS));
            }
        }
    }

    private <T> T attempt(Supplier<T> work) {
        var unit = begin();
        T result;
        try {
            result = work.get();
            unit.flush();
        } catch (RuntimeException failure) {
            var reason = unit.reason(failure);
            rollBack(reason);
            unit.close();
            throw reason;
        } catch (Error failure) {
            rollBack(failure);
            unit.close();
            throw failure;
        }
        try {
            manager.commit();
        } catch (Exception failure) {
            rollBack(failure);
            throw uncommitted(
                    new IllegalStateException("the transaction was not committed: " + reason(failure), failure));
        } finally {
            unit.close();
        }
        unit.committed();
        return result;
    }

    private RuntimeException uncommitted(RuntimeException failure) {
        return Failures.lostRace(failure) || Failures.lostUpdate(failure) ? failure : watch.uncommitted(failure);
    }

    private UnitOfWork begin() {
        try {
            manager.begin();
        } catch (Exception failure) {
            throw new IllegalStateException("no transaction can begin: " + failure.getMessage(), failure);
        }
        var unit = new UnitOfWork();
        registry.putResource(this, unit);
        return unit;
    }

    /** Leaves the thread without a transaction, whatever has happened to it already. */
    private void rollBack(Throwable failure) {
        try {
            if (manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
                manager.rollback();
            }
        } catch (SystemException | RuntimeException second) {
            failure.addSuppressed(second);
        }
    }

    private static String reason(Throwable failure) {
        return failure.getCause() == null
                ? failure.getMessage()
                : failure.getCause().getMessage();
    }

    @Override
    public EntityManager entities(EntityManagerFactory unit) {
        return running().entities(unit);
    }

    @Override
    public Connection connection() {
        requireActive();
        try {
            return pool.getConnection();
        } catch (SQLException failure) {
            throw new IllegalStateException("no connection to the database: " + failure.getMessage(), failure);
        }
    }

    /** For statements only: it goes back to the pool with the end of the transaction, and nobody closes it. */
    Connection shared() throws SQLException {
        requireActive();
        return running().connection(pool);
    }

    /** The pool would give a connection outside the transaction to one that can only be rolled back. */
    private void requireActive() {
        var unit = running();
        if (registry.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw watch.refusedSince(unit.began())
                    .orElseGet(() -> new IllegalStateException(
                            "the transaction can only be rolled back and takes no more statements"));
        }
    }

    @Override
    @SuppressWarnings("unchecked") // under one key there is one kind of thing
    public <T extends Pending> T pending(Object key, Supplier<T> made) {
        return (T) running().pending(key, made);
    }

    @Override
    public void flush() {
        running().flush();
    }

    @Override
    public void afterCommit(Runnable work) {
        running().afterCommit(work);
    }

    @Override
    public void afterEnd(Runnable work) {
        running().afterEnd(work);
    }

    @Override
    public boolean active() {
        var status = registry.getTransactionStatus();
        var open = status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
        return open && registry.getResource(this) != null;
    }

    private UnitOfWork running() {
        var unit = registry.getTransactionStatus() == Status.STATUS_NO_TRANSACTION ? null : registry.getResource(this);
        if (unit == null) {
            throw new IllegalStateException("no transaction runs here: use Transactions.call around it");
        }
        return (UnitOfWork) unit;
    }
}
