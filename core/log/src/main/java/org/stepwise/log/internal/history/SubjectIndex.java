package org.stepwise.log.internal.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stepwise.data.Id;
import org.stepwise.log.internal.store.Jdbc;

/** Finds the events about one row by the index of subjects. */
final class SubjectIndex {
    private static final String ABOUT = " FROM eventlog.event WHERE company = ? AND subject = ?";

    private final Jdbc jdbc;

    SubjectIndex(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** An event as far as it takes to know whether it is told. */
    record Head(long position, String type, String module) {}

    /** The newest before a place first. */
    List<Head> before(Id company, Id subject, long place, int limit) {
        return jdbc.list(
                "SELECT position, type, module" + ABOUT + " AND position < ? ORDER BY position DESC FETCH FIRST "
                        + limit + " ROWS ONLY",
                row -> new Head(row.getLong(1), row.getString(2), row.getString(3)),
                company,
                subject,
                place);
    }

    /** By type the place of the last event before another; only of types that have one. */
    Map<String, Long> last(Id company, Id subject, long place, Collection<String> types) {
        Map<String, Long> places = new HashMap<>();
        jdbc.list(
                        "SELECT type, MAX(position)" + ABOUT + " AND position < ? AND type IN (?) GROUP BY type",
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        company,
                        subject,
                        place,
                        types)
                .forEach(each -> places.put(each.getKey(), each.getValue()));
        return places;
    }
}
