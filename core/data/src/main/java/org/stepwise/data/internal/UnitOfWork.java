package org.stepwise.data.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.data.Transactions.Pending;

/** What hangs on one transaction: the entities of each module, and the work that waits for the commit. */
final class UnitOfWork {
    private static final Logger LOG = LoggerFactory.getLogger(UnitOfWork.class);

    private final Map<EntityManagerFactory, EntityManager> entities = new LinkedHashMap<>();
    private final Map<Object, Pending> pending = new LinkedHashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> afterEnd = new ArrayList<>();
    private final long began = System.nanoTime();
    private Connection connection;

    /** By {@link System#nanoTime}. */
    long began() {
        return began;
    }

    EntityManager entities(EntityManagerFactory unit) {
        if (!unit.isOpen()) {
            throw stopped(null);
        }
        return entities.computeIfAbsent(unit, EntityManagerFactory::createEntityManager);
    }

    /** What is kept under the key until {@link #flush}. */
    Pending pending(Object key, Supplier<? extends Pending> made) {
        return pending.computeIfAbsent(key, unheard -> made.get());
    }

    /** One for all statements, because each trip to the pool costs as much as a statement. */
    Connection connection(DataSource pool) throws SQLException {
        if (connection == null) {
            connection = pool.getConnection();
        }
        return connection;
    }

    /** The failure itself, or that a module was stopped under the work, which passes and is nobody's fault. */
    RuntimeException reason(RuntimeException failure) {
        var open = entities.keySet().stream().allMatch(EntityManagerFactory::isOpen);
        return open ? failure : stopped(failure);
    }

    private static IllegalStateException stopped(RuntimeException failure) {
        var passing = new SQLTransientException("the module's entities are closed", failure);
        return new IllegalStateException("the module is being stopped; nothing was changed: try again", passing);
    }

    void afterCommit(Runnable work) {
        afterCommit.add(work);
    }

    void afterEnd(Runnable work) {
        afterEnd.add(work);
    }

    /** Before the commit and not within it: the transaction manager would hide the cause of a lost update. */
    void flush() {
        List.copyOf(pending.values()).forEach(Pending::write);
        entities.values().forEach(EntityManager::flush);
    }

    /**
     * After the transaction. Its connection went back to the pool with its end: closed now, it would go back once more,
     * when somebody else may have it.
     */
    void close() {
        entities.values().stream().filter(EntityManager::isOpen).forEach(EntityManager::close);
        entities.clear();
        connection = null;
        run(afterEnd, "work after the end of a transaction failed");
    }

    /** The changes are committed: a failure here can undo nothing and must not look like a failed verb. */
    void committed() {
        run(afterCommit, "work after a commit failed; what was committed stands");
    }

    private static void run(List<Runnable> all, String failed) {
        for (var work : all) {
            try {
                work.run();
            } catch (RuntimeException failure) {
                LOG.error(failed, failure);
            }
        }
    }
}
