package org.stepwise.accounting.internal.posting;

import org.stepwise.accounting.posting.Posting;

/**
 * The ids of journals are made from the documents they stand for, never drawn: a rebuild gives the same. A document's
 * own journal has its id; it can have a second one, and one that clears what is held under its id.
 */
final class JournalIds {
    /** The highest bit of the time in a TSID below the sign: unset until the year 2089. */
    private static final long UNUSED_TIME_BIT = 1L << 62;

    private JournalIds() {}

    /** Of the journal of a posting. */
    static long of(Posting posting) {
        var document = posting.document().value();
        return posting.second() ? second(document) : document;
    }

    /** Of the journal that moves what is held under a key to where it belongs. */
    static long clearing(long key) {
        return -key;
    }

    /** Of the second journal of a document, such as that of a receipt by which the cost of earlier goods is known. */
    static long second(long document) {
        return document ^ UNUSED_TIME_BIT;
    }
}
