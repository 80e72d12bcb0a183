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

    /** The highest cause of its consequences so far: only at or below it a consequence may exist already. */
    long concluded();

    /** Takes the events in, in the running transaction. */
    Taken take(List<Envelope> batch);

    /** As {@link #take}, and writes after each event: what an event cannot write fails at the event. */
    default Taken takeEach(List<Envelope> batch) {
        return take(batch);
    }

    /** The event at which taking has just failed; empty when it failed elsewhere, as in what was written at the end. */
    default OptionalLong failedAt() {
        return OptionalLong.empty();
    }

    /** Puts an event aside that keeps failing, in the running transaction; throws the failure when it must not. */
    Taken park(Envelope event, Throwable failure);

    /**
     * What a transaction did.
     *
     * @param concluded as {@link Work#concluded} is once it has committed
     * @param committed what to do once it has committed; a transaction may run twice
     */
    record Taken(long concluded, Runnable committed) {
        /** There was nothing to do: what was done before stands, and no position has to be kept. */
        public static final Taken NOTHING = new Taken(0, () -> {});
    }
}
