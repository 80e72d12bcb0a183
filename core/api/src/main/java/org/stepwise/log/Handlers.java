package org.stepwise.log;

import java.util.Collection;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.log.event.Event;
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
}
