package org.stepwise.log.internal.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stepwise.log.Conclusions;
import org.stepwise.log.event.Consequence;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.store.ConsequenceTable;
import org.stepwise.log.internal.store.ConsequenceTable.Identity;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.EventStore;

/** What one transaction of a subscription concludes. */
final class Round {
    private final String subscription;
    private final String module;
    private final EventCodec codec;
    private final Instant at;
    private final List<Envelope> concluded = new ArrayList<>();

    Round(String subscription, String module, EventCodec codec, Instant at) {
        this.subscription = subscription;
        this.module = module;
        this.codec = codec;
        this.at = at;
    }

    /** Takes the consequences of one event; they are counted from 0 for each. */
    Conclusions of(Envelope cause) {
        String reaction = reaction(subscription, cause);
        int[] ordinal = {0};
        return consequence -> concluded.add(envelope(cause, reaction, ordinal[0]++, consequence));
    }

    /** Appends what was concluded and is not there yet; returns the highest cause so far. */
    long append(EventStore store, long before) {
        List<Envelope> again =
                concluded.stream().filter(event -> event.cause() <= before).toList();
        Map<Identity, Envelope> existing = again.isEmpty()
                ? Map.of()
                : new ConsequenceTable(store).existing(again.get(0).company(), subscription, again);
        long highest = before;
        for (Envelope event : concluded) {
            Envelope stands = existing.get(Identity.of(event));
            if (stands == null) {
                store.append(event);
                highest = Math.max(highest, event.cause());
            } else if (!codec.same(stands, event)) {
                new ConsequenceTable(store).conflict(event, at);
            }
        }
        return highest;
    }

    /** Two consequences of one fact may each lead on to more: what led there is part of the name. */
    static String reaction(String subscription, Envelope cause) {
        return cause.fact() ? subscription : subscription + "<" + cause.reaction() + "#" + cause.ordinal();
    }

    List<Envelope> concluded() {
        return concluded;
    }

    private Envelope envelope(Envelope cause, String reaction, int ordinal, Consequence consequence) {
        EventCodec.Written<Consequence> written = codec.write(cause.company(), consequence);
        if (!written.kind().isFrom(module)) {
            throw new IllegalStateException("%s is concluded by %s and not by %s"
                    .formatted(written.kind().type(), written.kind().recorders(), module));
        }
        return new Envelope(
                cause.company(),
                0,
                cause.on(),
                at,
                cause.actor(),
                "system",
                module,
                cause.origin(),
                reaction,
                ordinal,
                written.kind().type(),
                written.kind().version(),
                null,
                null,
                written.kind().subject(consequence),
                written.payload());
    }
}
