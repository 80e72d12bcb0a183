package org.stepwise.log.internal.store;

import java.util.Set;
import java.util.TreeSet;

/** Which events of a company somebody wants to read; an event of another type is never even fetched. */
public final class Feed {
    private final Set<String> types;
    private final boolean numbered;
    private final boolean all;

    private Feed(Set<String> types, boolean numbered, boolean all) {
        this.types = new TreeSet<>(types);
        this.numbered = numbered;
        this.all = all;
    }

    public static Feed of(Set<String> types) {
        return new Feed(types, false, false);
    }

    /** Facts that issue a numbered document. */
    public static Feed numbered() {
        return new Feed(Set.of(), true, false);
    }

    public static Feed all() {
        return new Feed(Set.of(), false, true);
    }

    public boolean wants(Envelope event) {
        return all || (numbered ? event.series() != null : types.contains(event.type()));
    }

    public boolean empty() {
        return !all && !numbered && types.isEmpty();
    }

    String condition() {
        if (all) {
            return "";
        }
        return numbered ? " AND series IS NOT NULL" : " AND type IN (" + Jdbc.marks(types.size()) + ")";
    }

    public Set<String> values() {
        return types;
    }
}
