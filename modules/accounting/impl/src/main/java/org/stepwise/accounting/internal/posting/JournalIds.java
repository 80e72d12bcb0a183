package org.stepwise.accounting.internal.posting;

/**
 * The ids of journals are made from the documents they stand for, never drawn: a rebuild gives the same. A document's
 * own journal has its id; a movement can have two more.
 */
final class JournalIds {
    /** The highest bit of the time in a TSID below the sign: unset until the year 2089. */
    private static final long UNUSED_TIME_BIT = 1L << 62;

    private JournalIds() {}

    /** Of the journal that moves a delivery or return to cost of goods sold. */
    static long cost(long movement) {
        return -movement;
    }

    /** Of the journal that corrects the cost of goods which had left before they were known. */
    static long correction(long arrival) {
        return arrival ^ UNUSED_TIME_BIT;
    }
}
