package org.stepwise.log.internal.store;

import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.stepwise.data.Id;

/**
 * How many events a company has up to a position. Below the horizon nothing changes any more: what was counted once is
 * remembered, so that whoever asks again and again does not have millions counted each time.
 */
final class Tally {
    private static final int WORTH_REMEMBERING = 1_000;

    private final Jdbc jdbc;
    private final Map<Id, NavigableMap<Long, Long>> counted = new ConcurrentHashMap<>();

    Tally(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Position must not be above the horizon. */
    long upTo(Id company, long position) {
        NavigableMap<Long, Long> known = counted.computeIfAbsent(company, first -> new ConcurrentSkipListMap<>());
        Map.Entry<Long, Long> floor = known.floorEntry(position);
        long from = floor == null ? 0 : floor.getKey();
        long before = floor == null ? 0 : floor.getValue();
        long more = between(company, from, position);
        if (more >= WORTH_REMEMBERING) {
            known.put(position, before + more);
        }
        return before + more;
    }

    private long between(Id company, long after, long upTo) {
        return jdbc.first(
                        "SELECT COUNT(*) FROM eventlog.event WHERE company = ? AND position > ? AND position <= ?",
                        row -> row.getLong(1),
                        company,
                        after,
                        upTo)
                .orElse(0L);
    }
}
