package org.stepwise.log;

import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.log.event.Consequence;
import org.stepwise.log.event.Event;
import org.stepwise.log.event.FiguresCorrected;
import org.stepwise.record.Stated;

/** Takes the handlers of a subscription. */
@ProviderType
public interface Handlers {

    /**
     * For a {@link Projection}.
     *
     * @param keys the order keys: an event that keeps failing holds back later ones that share a key
     */
    <E extends Event> Handlers apply(Class<E> type, Function<E, ? extends Collection<?>> keys, Applies<E> handler);

    /** For a {@link Reaction}; keys as for {@link #apply}. */
    <E extends Event> Handlers react(Class<E> type, Function<E, ? extends Collection<?>> keys, Reacts<E> handler);

    /** As {@link #apply}, of what is stated about the records of a described kind, whichever module they are of. */
    <T extends Record> Handlers applyTo(
            Class<T> described, Function<Stated<T>, ? extends Collection<?>> keys, Applies<Stated<T>> handler);

    /** As {@link #react}, of what is stated about the records of a described kind. */
    <T extends Record> Handlers reactTo(
            Class<T> described, Function<Stated<T>, ? extends Collection<?>> keys, Reacts<Stated<T>> handler);

    /**
     * As {@link #react}, of every event whose class is of a contract: an interface that says what to do with it. Types
     * come and go with their api bundles. One that was there and is gone holds the subscription up where the log has
     * it, until it is back; one that is of the contract only from now on is not looked for in what lies behind (law
     * 20).
     */
    <C> Handlers reactToAll(Class<C> contract, Function<C, ? extends Collection<?>> keys, ReactsToAll<C> handler);

    /**
     * For a {@link Reaction} that takes corrections of what it has concluded (law 20): asked for each consequence of
     * this type that says something else from now on, so that it concludes what makes up for that. Takes the place of
     * reacting to {@link FiguresCorrected}.
     *
     * @param keys as for {@link #apply}, of what the consequence has said so far
     */
    <E extends Consequence> Handlers reconclude(
            Class<E> type, Function<E, ? extends Collection<?>> keys, Reconcludes<E> handler);

    /** Concludes what makes up for what was concluded otherwise. */
    @FunctionalInterface
    interface Reconcludes<E extends Consequence> {
        void reconclude(Reconclusion<E> said, Conclusions conclude);
    }

    /**
     * What a consequence said, and says from now on.
     *
     * @param on its business date
     * @param says null where it is not concluded any more
     */
    record Reconclusion<E extends Consequence>(Entry<FiguresCorrected> entry, LocalDate on, E said, E says) {}

    /** Writes rows from an event whose place in the log is not known yet in a verb, and so is not given. */
    @FunctionalInterface
    interface Applies<E extends Event> {
        void apply(Recorded<E> recorded);
    }

    /** Writes rows from an event at its place in the log. */
    @FunctionalInterface
    interface Reacts<E extends Event> {
        void react(Entry<E> entry, Conclusions conclude);
    }

    /** As {@link Reacts}; {@code said} is the event itself. */
    @FunctionalInterface
    interface ReactsToAll<C> {
        void react(C said, Entry<?> entry, Conclusions conclude);
    }
}
