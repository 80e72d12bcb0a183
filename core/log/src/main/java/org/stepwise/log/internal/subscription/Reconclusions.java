package org.stepwise.log.internal.subscription;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stepwise.log.Conclusions;
import org.stepwise.log.Entry;
import org.stepwise.log.Handlers;
import org.stepwise.log.event.Consequence;
import org.stepwise.log.event.FiguresCorrected;
import org.stepwise.log.event.FiguresCorrected.Reconcluded;
import org.stepwise.log.internal.json.EventCodec;

/** What a reaction does about consequences of its own that were said to say something else. */
final class Reconclusions {
    private final String subscription;
    private final EventCodec codec;
    private final Map<String, OfType<?>> byType = new HashMap<>();

    Reconclusions(String subscription, EventCodec codec) {
        this.subscription = subscription;
        this.codec = codec;
    }

    boolean none() {
        return byType.isEmpty();
    }

    <E extends Consequence> void add(
            Class<E> type, Function<E, ? extends Collection<?>> keys, Handlers.Reconcludes<E> handler) {
        byType.put(codec.kind(type).type(), new OfType<>(type, keys, handler));
    }

    Collection<?> keys(FiguresCorrected fact) {
        return own(fact)
                .flatMap(each -> byType.get(each.type()).keys(codec, each).stream())
                .filter(Objects::nonNull)
                .toList();
    }

    void conclude(Entry<FiguresCorrected> entry, Conclusions conclude) {
        own(entry.event()).forEach(each -> byType.get(each.type()).conclude(codec, entry, each, conclude));
    }

    /** Of this reaction, also where what it reacted to was a consequence itself. */
    private Stream<Reconcluded> own(FiguresCorrected fact) {
        return fact.consequences().stream()
                .filter(each -> byType.containsKey(each.type()))
                .filter(each ->
                        each.reaction().equals(subscription) || each.reaction().startsWith(subscription + "<"));
    }

    private record OfType<E extends Consequence>(
            Class<E> type, Function<E, ? extends Collection<?>> keys, Handlers.Reconcludes<E> handler) {
        Collection<?> keys(EventCodec codec, Reconcluded of) {
            var found = keys.apply(codec.read(type, of.version(), of.stands()));
            return found == null ? List.of() : found;
        }

        void conclude(EventCodec codec, Entry<FiguresCorrected> entry, Reconcluded of, Conclusions conclude) {
            E said = codec.read(type, of.version(), of.stands());
            E says = of.says() == null ? null : codec.read(type, of.version(), of.says());
            handler.reconclude(new Handlers.Reconclusion<>(entry, of.on(), said, says), conclude);
        }
    }
}
