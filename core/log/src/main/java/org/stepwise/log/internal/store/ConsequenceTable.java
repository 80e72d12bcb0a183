package org.stepwise.log.internal.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.stepwise.data.Id;

/** The consequences a reaction has concluded before, and those that came again with other content. */
public final class ConsequenceTable {
    private static final String BY_IDENTITY = " WHERE company = ? AND cause = ? AND reaction = ? AND ordinal = ?";

    private final Jdbc jdbc;
    private final Parts parts;

    public ConsequenceTable(EventStore store) {
        this.jdbc = store.jdbc();
        this.parts = store.parts();
    }

    /** What makes two consequences of a company the same. */
    public record Identity(long cause, String reaction, int ordinal) {
        public static Identity of(Envelope consequence) {
            return new Identity(consequence.cause(), consequence.reaction(), consequence.ordinal());
        }
    }

    /** Those of the subscription that exist already among the causes of the given ones. */
    public Map<Identity, Envelope> existing(Id company, String subscription, List<Envelope> again) {
        long lowest = again.stream().mapToLong(Envelope::cause).min().orElse(0);
        long highest = again.stream().mapToLong(Envelope::cause).max().orElse(0);
        Map<Identity, Envelope> asked = new HashMap<>();
        again.forEach(consequence -> asked.put(Identity.of(consequence), consequence));
        List<Envelope> found = jdbc
                .list(
                        "SELECT cause, reaction, ordinal, type, version, payload FROM eventlog.event"
                                + " WHERE company = ? AND cause >= ? AND cause <= ?"
                                + " AND (reaction = ? OR reaction LIKE ?)",
                        row -> new Found(
                                new Identity(row.getLong(1), row.getString(2), row.getInt(3)),
                                row.getString(4),
                                row.getInt(5),
                                row.getBytes(6)),
                        company,
                        lowest,
                        highest,
                        subscription,
                        subscription + "<%")
                .stream()
                .filter(row -> asked.containsKey(row.identity()))
                .map(row -> row.as(asked.get(row.identity())))
                .toList();
        return parts.whole(found).stream().collect(Collectors.toMap(Identity::of, one -> one));
    }

    /** All that the subscription has concluded from these facts. */
    public List<Envelope> of(Id company, String subscription, Collection<Long> causes) {
        return parts.whole(jdbc.list(
                EventStore.SELECT + " WHERE company = ? AND cause IN (?) AND (reaction = ? OR reaction LIKE ?)",
                EventStore::envelope,
                company,
                causes,
                subscription,
                subscription + "<%"));
    }

    /** Notes that the consequence came again and said something else than the one that stands. */
    public void conflict(Envelope again, Instant at) {
        forget(again);
        Envelope kept = parts.split(List.of(again)).get(0);
        jdbc.update(
                "INSERT INTO eventlog.conflict (company, cause, reaction, ordinal, type, version, concluded_at,"
                        + " payload) VALUES (" + Jdbc.marks(8) + ")",
                again.company(),
                again.cause(),
                again.reaction(),
                again.ordinal(),
                again.type(),
                again.version(),
                at,
                kept.payload());
    }

    /** What came again before. */
    private void forget(Envelope again) {
        Object[] identity = {again.company(), again.cause(), again.reaction(), again.ordinal()};
        jdbc.list("SELECT payload FROM eventlog.conflict" + BY_IDENTITY, row -> again.with(row.getBytes(1)), identity)
                .forEach(parts::delete);
        jdbc.update("DELETE FROM eventlog.conflict" + BY_IDENTITY, identity);
    }

    private record Found(Identity identity, String type, int version, byte[] payload) {
        Envelope as(Envelope asked) {
            return new Envelope(
                    asked.company(),
                    0,
                    asked.on(),
                    asked.at(),
                    asked.actor(),
                    asked.door(),
                    asked.module(),
                    asked.cause(),
                    asked.reaction(),
                    asked.ordinal(),
                    type,
                    version,
                    null,
                    null,
                    null,
                    payload);
        }
    }
}
