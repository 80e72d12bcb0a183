package org.stepwise.log.internal.store;

import java.util.Set;
import org.stepwise.data.Sql;

/**
 * Gives places in the log: taken last in a transaction, settled when its outcome is known. What is read up to the
 * horizon is complete, however late a transaction commits.
 */
interface Positions {
    /** Rising, with holes. */
    long[] take(Sql sql, int count);

    /**
     * Called after the transaction.
     *
     * @param committed false also when nobody knows
     */
    void settled(long[] positions, boolean committed);

    /** The highest given so far, in flight or not. */
    long last(Sql sql);

    /**
     * Every position up to here is visible to the running transaction or will never be.
     *
     * @param own the first of each lot that it has taken itself
     */
    long horizon(Sql sql, Set<Long> own);
}
