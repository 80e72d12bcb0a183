package org.stepwise.log.internal.delivery;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.Feed;

/** What a subscription of one company does with its events; called by its runner only, never twice at a time. */
public interface Work {
    String module();

    String name();

    Feed feed();

    /** Called once, before the first batch, outside a transaction; returns where to go on. */
    long prepare();

    /** Whether it writes tables that others of its module read. */
    default boolean projection() {
        return false;
    }

    /**
     * How far it may read now: not above the horizon.
     *
     * @param ahead who will have read as far before it does, in the same transaction
     */
    default long bound(long horizon, Predicate<Runner> ahead) {
        return horizon;
    }

    /** Before each transaction: what was taken in and did not commit is forgotten. */
    void begin();

    /** Takes the events in, in the running transaction; returns whether there was anything to do. */
    boolean take(List<Envelope> batch);

    /** As {@link #take}, and writes after each event: what an event cannot write fails at the event. */
    default boolean takeEach(List<Envelope> batch) {
        return take(batch);
    }

    /** The event at which taking has just failed; empty when it failed elsewhere, as in what was written at the end. */
    default OptionalLong failedAt() {
        return OptionalLong.empty();
    }

    /** Puts an event aside that keeps failing, in the running transaction; throws the failure when it must not. */
    void park(Envelope event, Throwable failure);

    /** The highest cause of its consequences so far: only at or below it a consequence may exist already. */
    long concluded();

    /** The transaction has committed: what was taken in stands. */
    void committed();
}
