package org.stepwise.log.internal.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.stepwise.data.Id;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.store.Envelope;

/** A subscription that takes the log in for the shadow, and leaves out what it was told to leave out. */
final class Understudy {
    private final Definition definition;
    private final Id shadow;
    private final Set<Long> skipped;
    private final EventCodec codec;
    private final Instant at;
    private Parking waiting = Parking.EMPTY;

    /** @param at when it concludes what it concludes */
    Understudy(Definition definition, Id shadow, Set<Long> skipped, EventCodec codec, Instant at) {
        this.at = at;
        this.definition = definition;
        this.shadow = shadow;
        this.skipped = skipped;
        this.codec = codec;
    }

    Definition definition() {
        return definition;
    }

    /** What of some events concerned it, and what it concluded from them. */
    record Taken(Definition by, List<Envelope> events, List<Envelope> concluded) {}

    /** Takes in what concerns it, in the running transaction, which may have to be run again. */
    Taken take(List<Envelope> events) {
        Round round = new Round(definition.name(), definition.module(), codec, at);
        List<Envelope> taken = new ArrayList<>();
        for (Envelope event : events) {
            handler(event).map(handler -> read(handler, event)).ifPresent(read -> {
                if (!heldBack(read)) {
                    read.deliver(round.of(event));
                    taken.add(event);
                }
            });
        }
        return new Taken(definition, taken, round.concluded());
    }

    /** Settings first, so that the first event finds them all; they are taken in again in their turn. */
    void takeSettings(List<Envelope> settings) {
        settings.forEach(event ->
                handler(event).ifPresent(handler -> read(handler, event).deliver(none -> {})));
    }

    /** It cannot be taken in: it waits, and so does what shares a key with it. What cannot even be read has none. */
    void park(Envelope event) {
        Set<String> keys;
        try {
            keys = handler(event).map(handler -> read(handler, event).keys()).orElse(Set.of());
        } catch (RuntimeException unreadable) {
            keys = Set.of();
        }
        waiting = waiting.with(keys, event.position());
    }

    /** What is held back holds back in its turn. */
    private boolean heldBack(Handler.Read<?> read) {
        if (waiting.empty()) {
            return false;
        }
        Set<String> keys = read.keys();
        OptionalLong front = waiting.front(keys);
        front.ifPresent(position -> waiting = waiting.with(keys, position));
        return front.isPresent();
    }

    private Handler.Read<?> read(Handler<?> handler, Envelope event) {
        return handler.read(codec, event, shadow);
    }

    private Optional<Handler<?>> handler(Envelope event) {
        return skipped.contains(event.position()) ? Optional.empty() : definition.handler(event.type());
    }
}
