package org.stepwise.accounting.internal.posting;

import java.util.List;
import java.util.Objects;
import org.stepwise.accounting.internal.Recalculated;
import org.stepwise.accounting.posting.Posting;
import org.stepwise.data.Id;

/**
 * The ids of journals are made from the documents or events they stand for, never drawn: a rebuild gives the same. A
 * document's own journal has its id; it can have a second one, and one that clears what is held under its id. What is
 * posted on top has ids made from its place in the log.
 */
final class JournalIds {
    /** Of what a document holds in its own journals. */
    static final long OWN = 0;

    /** The highest bit of the time in a TSID below the sign: unset until the year 2089. */
    private static final long UNUSED_TIME_BIT = 1L << 62;

    private final Posting posting;
    private final long position;
    private final List<Id> held;

    JournalIds(Posting posting, long position) {
        this.posting = posting;
        this.position = position;
        this.held = posting.lines().stream()
                .map(Posting.Line::heldUnder)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Of the journal of the posting. */
    long journal() {
        if (posting.onTop() != null) {
            return Recalculated.id(position, 0);
        }
        var document = posting.document().value();
        return posting.second() ? second(document) : document;
    }

    /** By what the posting holds under a key is told apart from what else its document holds there. */
    long part(Id key) {
        return posting.onTop() == null ? OWN : Recalculated.id(position, held.indexOf(key));
    }

    /** Of the journal that moves what is held under a key, or a part that came on top, to where it belongs. */
    static long clearing(Id key, long part) {
        return part == OWN ? -key.value() : -part;
    }

    /** Of the second journal of a document, such as that of a receipt by which the cost of earlier goods is known. */
    static long second(long document) {
        return document ^ UNUSED_TIME_BIT;
    }
}
