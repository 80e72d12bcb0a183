package org.stepwise.data;

import java.sql.Connection;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.osgi.annotation.versioning.ProviderType;

/** The one JTA transaction that a verb's rows, its facts and its guards share. */
@ProviderType
public interface Transactions {

    /**
     * Runs the work in the running transaction, or in a new one that commits when it returns and rolls back when it
     * throws. A new one that meets a deadlock or a lost serialisation runs again from the start, up to three times,
     * and becomes {@code Conflict("erp.data.busy")} then; a lost update becomes
     * {@code Conflict("erp.data.changed-meanwhile")}; what fails for want of room, or of the database itself,
     * becomes {@link org.stepwise.error.Unavailable}.
     */
    <T> T call(Supplier<T> work);

    /** As {@link #call}, without a result. */
    default void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /** The entities of one module in the running transaction; flushed before the log is written. */
    EntityManager entities(EntityManagerFactory unit);

    /**
     * The running transaction's connection, for what {@link Sql} cannot say. Close it as usual, and prepare one
     * statement at a time: a connection that has too many closes the one used least, even if it is in use.
     */
    Connection connection();

    /**
     * What the running transaction keeps in memory under the key: made when first asked for, written before the commit,
     * forgotten with the transaction.
     */
    <T extends Pending> T pending(Object key, Supplier<T> made);

    /** Changes kept in memory. */
    @FunctionalInterface
    interface Pending {
        /** Writes them to the tables, in the running transaction; called again it writes what has changed since. */
        void write();
    }

    /** Writes now what else would be written before the commit, so that what cannot be written fails here. */
    void flush();

    /** Runs after the running transaction has committed; not at all when it rolls back. */
    void afterCommit(Runnable work);

    /** Runs after the running transaction has ended, whichever way: for what others wait for until it has. */
    void afterEnd(Runnable work);

    /** True inside a transaction. */
    boolean active();
}
