package org.stepwise.log.internal.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.stepwise.data.Id;
import org.stepwise.log.internal.store.Jdbc;

/** Which types of events a company's log has. What was read once is remembered: the next look reads what came since. */
public final class LoggedTypes {
    private final Jdbc jdbc;
    private final Map<Id, Known> known = new ConcurrentHashMap<>();

    private record Known(long upTo, Set<String> types) {}

    public LoggedTypes(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** In the running transaction; the position must not be above the horizon. */
    public Set<String> upTo(Id company, long position) {
        Known before = known.getOrDefault(company, new Known(0, Set.of()));
        if (before.upTo() >= position) {
            return before.types();
        }
        Set<String> types = new TreeSet<>(before.types());
        types.addAll(jdbc.list(
                "SELECT DISTINCT type FROM eventlog.event WHERE company = ? AND position > ? AND position <= ?",
                row -> row.getString(1),
                company,
                before.upTo(),
                position));
        known.put(company, new Known(position, types));
        return types;
    }
}
