package org.stepwise.log.internal.subscription;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stepwise.data.Id;
import org.stepwise.error.Unavailable;
import org.stepwise.log.Conclusions;
import org.stepwise.log.Entry;
import org.stepwise.log.Handlers;
import org.stepwise.log.Recorded;
import org.stepwise.log.event.Consequence;
import org.stepwise.log.event.Event;
import org.stepwise.log.event.Setting;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.store.Envelope;

/**
 * What one subscription does with one type of event: a projection applies it, a reaction reacts to it.
 *
 * @param type the class of the event, or of the record that it is stated about; null while its bundle is gone
 */
record Handler<E extends Event>(
        Class<?> type,
        Function<E, ? extends Collection<?>> keys,
        Handlers.Applies<E> applies,
        Handlers.Reacts<E> reacts) {

    boolean setting() {
        return type != null && Setting.class.isAssignableFrom(type);
    }

    boolean consequence() {
        return type != null && Consequence.class.isAssignableFrom(type);
    }

    /** The bundle of its type is gone: whoever must have the event waits for it. */
    Handler<E> gone() {
        return new Handler<>(null, keys, applies, reacts);
    }

    /** Of a projection: this first, then the other; what shares a key with either waits for both. */
    @SuppressWarnings("unchecked")
    Handler<E> then(Handler<?> another) {
        var other = (Handler<E>) another;
        return new Handler<>(
                type,
                event -> Stream.of(keys.apply(event), other.keys.apply(event))
                        .filter(Objects::nonNull)
                        .flatMap(Collection::stream)
                        .toList(),
                recorded -> {
                    applies.apply(recorded);
                    other.applies.apply(recorded);
                },
                null);
    }

    Read<E> read(EventCodec codec, Envelope stored) {
        return read(codec, stored, stored.company());
    }

    /** @param company for which it is taken in */
    @SuppressWarnings("unchecked")
    Read<E> read(EventCodec codec, Envelope stored, Id company) {
        if (type == null) {
            throw new Unavailable("erp.log.type-gone", "the bundle of " + stored.type() + " is gone; install it again");
        }
        E event = (E) codec.event(stored, type);
        Recorded<E> recorded = new Recorded<>(
                company, stored.on(), stored.at(), stored.actor(), stored.door(), stored.module(), event);
        return new Read<>(this, new Entry<>(stored.position(), stored.origin(), recorded));
    }

    /** In a verb: the event is applied as the class that recorded it. */
    @SuppressWarnings("unchecked")
    void apply(Recorded<?> recorded) {
        E event = (E) recorded.event();
        applies.apply(new Recorded<>(
                recorded.company(),
                recorded.on(),
                recorded.at(),
                recorded.actor(),
                recorded.door(),
                recorded.module(),
                event));
    }

    /** An event read for its handler. */
    record Read<E extends Event>(Handler<E> handler, Entry<E> entry) {
        Set<String> keys() {
            Set<String> texts = new TreeSet<>();
            Collection<?> keys = handler.keys().apply(entry.event());
            if (keys != null) {
                keys.stream().filter(Objects::nonNull).map(String::valueOf).forEach(texts::add);
            }
            return texts;
        }

        void deliver(Conclusions conclusions) {
            if (handler.applies() != null) {
                handler.applies().apply(entry.recorded());
            } else {
                handler.reacts().react(entry, conclusions);
            }
        }
    }
}
