package org.stepwise.log.internal.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stepwise.data.Transactions;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.json.EventKind;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.log.internal.store.EventStore.Range;
import org.stepwise.log.internal.store.Jdbc;

/**
 * The stretches of the log whose events do not say yet what they are about: what an earlier version of the server wrote
 * ({@link #ALL}), and of that the types that nobody knew when they were looked at. Gone through a few events at a time,
 * each time in one transaction with how far that went.
 */
final class SubjectGaps {
    /** Stands for every type. */
    static final String ALL = "*";

    private static final int EVENTS = 200;

    private final EventStore store;
    private final EventCodec codec;
    private final Transactions transactions;
    private final Jdbc jdbc;

    SubjectGaps(EventStore store, EventCodec codec, Transactions transactions) {
        this.store = store;
        this.codec = codec;
        this.transactions = transactions;
        this.jdbc = store.jdbc();
    }

    /** After {@code done} up to {@code upTo}. */
    record Gap(String type, long done, long upTo) {
        boolean ofAll() {
            return ALL.equals(type);
        }
    }

    List<Gap> all() {
        return transactions.call(() -> jdbc.list(
                "SELECT type, done, up_to FROM eventlog.subject_gap ORDER BY type",
                row -> new Gap(row.getString(1), row.getLong(2), row.getLong(3))));
    }

    /** Fills a little of the first gap that can be filled now; false when there is none. */
    boolean step() {
        Optional<Gap> next = all().stream()
                .filter(gap -> gap.ofAll() || codec.known(gap.type()).isPresent())
                .findFirst();
        next.ifPresent(gap -> transactions.run(() -> fill(gap)));
        return next.isPresent();
    }

    /** Another server on the same database may be at it: whoever moves the gap on does the work. */
    private void fill(Gap gap) {
        List<Envelope> events = store.ofAll(gap.ofAll() ? null : gap.type(), new Range(gap.done(), gap.upTo(), EVENTS));
        boolean last = events.size() < EVENTS;
        int mine = last
                ? jdbc.update("DELETE FROM eventlog.subject_gap WHERE type = ? AND done = ?", gap.type(), gap.done())
                : jdbc.update(
                        "UPDATE eventlog.subject_gap SET done = ? WHERE type = ? AND done = ?",
                        events.get(EVENTS - 1).position(),
                        gap.type(),
                        gap.done());
        if (mine == 1) {
            write(events);
        }
    }

    private void write(List<Envelope> events) {
        List<Object[]> subjects = new ArrayList<>();
        Map<String, Gap> unknown = new TreeMap<>();
        Map<String, Optional<EventKind>> kinds = new HashMap<>();
        for (Envelope event : events) {
            Optional<EventKind> kind = kinds.computeIfAbsent(event.type(), codec::known);
            if (kind.isEmpty()) {
                long place = event.position();
                unknown.merge(
                        event.type(),
                        new Gap(event.type(), place - 1, place),
                        (first, more) -> new Gap(first.type(), first.done(), more.upTo()));
            } else {
                subjects.add(new Object[] {codec.subject(event, kind.get()), event.position()});
            }
        }
        subjects.removeIf(each -> each[0] == null);
        jdbc.batch("UPDATE eventlog.event SET subject = ? WHERE position = ?", subjects);
        unknown.values().forEach(this::note);
    }

    private void note(Gap gap) {
        int known = jdbc.update("UPDATE eventlog.subject_gap SET up_to = ? WHERE type = ?", gap.upTo(), gap.type());
        if (known == 0) {
            jdbc.update(
                    "INSERT INTO eventlog.subject_gap (type, done, up_to) VALUES (?, ?, ?)",
                    gap.type(),
                    gap.done(),
                    gap.upTo());
        }
    }
}
