package org.stepwise.log.internal.subscription;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** The order keys that wait behind parked events, in memory: while nothing is parked, looking costs nothing. */
record Parking(Map<String, Long> fronts) {
    static final Parking EMPTY = new Parking(Map.of());

    boolean empty() {
        return fronts.isEmpty();
    }

    /** The earliest event in front that shares a key. */
    OptionalLong front(Set<String> keys) {
        return keys.stream().filter(fronts::containsKey).mapToLong(fronts::get).min();
    }

    /** Also what is held back holds back what comes later and shares a key with it only. */
    Parking with(Set<String> keys, long front) {
        Map<String, Long> more = new HashMap<>(fronts);
        keys.forEach(key -> more.merge(key, front, Math::min));
        return new Parking(Map.copyOf(more));
    }
}
