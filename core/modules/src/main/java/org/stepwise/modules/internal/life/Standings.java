package org.stepwise.modules.internal.life;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.stepwise.module.Modules.Standing;
import org.stepwise.module.Modules.State;
import org.stepwise.modules.internal.catalogue.Catalogue;
import org.stepwise.modules.internal.gate.Key;

/** Where modules stand: what the table says, and what only this server knows. */
final class Standings {
    private static final String NOT_INSTALLED = "its bundles are not installed; enabling installs them again";

    final Map<Key, Start> starts = new ConcurrentHashMap<>();
    final Map<Key, String> troubles = new ConcurrentHashMap<>();
    private final Set<String> arriving = ConcurrentHashMap.newKeySet();
    private final Catalogue catalogue;
    private final StateTable states;
    private final Contexts contexts;
    private final CatchUp catchUp;
    private volatile boolean resumed;

    Standings(Catalogue catalogue, StateTable states, Contexts contexts, CatchUp catchUp) {
        this.catalogue = catalogue;
        this.states = states;
        this.contexts = contexts;
        this.catchUp = catchUp;
    }

    /** Its implementation comes; until its starts are known it is not on again. */
    void arrives(String module) {
        arriving.add(module);
    }

    void arrived(String module) {
        arriving.remove(module);
    }

    /** The start of the server has ended: what is not there now was taken away. */
    void resumed() {
        resumed = true;
    }

    Standing of(Key key) {
        var module = catalogue.get(key.module());
        var row = states.find(key);
        var start = starts.get(key);
        var trouble = troubles.get(key);
        var progress = start == null ? Progress.of("") : start.progress;
        var state = row.map(StateTable.Row::state).orElse(State.AVAILABLE);
        var reason = row.map(StateTable.Row::reason).orElse("");
        if (start != null) {
            state = State.ENABLING;
            reason = progress.phase();
        } else if (trouble != null) {
            state = State.FAILED;
            reason = trouble;
        } else if (isMissing(key, state)) {
            state = State.MISSING;
            reason = NOT_INSTALLED;
        } else if (state == State.OFF && !catalogue.isThere(key.module())) {
            reason = NOT_INSTALLED;
        }
        // Read now: what the progress said may be half a second old, and the two must not contradict each other.
        var reading = catchUp.reading(key);
        return new Standing(
                module.name(),
                module.title(),
                state,
                reason,
                state == State.AVAILABLE ? 0 : reading.position(),
                reading.read(progress.total()),
                progress.total(),
                progress.secondsLeft(),
                module.alwaysOn());
    }

    /** What was there once and left nothing behind is not shown. */
    boolean isListed(Standing standing) {
        return standing.state() != State.AVAILABLE || catalogue.isThere(standing.name());
    }

    /** Somebody took its bundles away where the platform was not asked. */
    boolean isMissing(Key key, State wanted) {
        return wanted == State.ON
                && resumed
                && !starts.containsKey(key)
                && (contexts.find(key.module()).isEmpty() || arriving.contains(key.module()));
    }

    /** What shall be on and is not installed, apart from what failed. */
    List<Key> missing() {
        return states.all().stream()
                .filter(row -> !troubles.containsKey(row.key()) && isMissing(row.key(), row.state()))
                .map(StateTable.Row::key)
                .toList();
    }

    /** What did not come up and is not on its way now, with the reason. */
    Map<Key, String> failures() {
        var failures = new HashMap<>(troubles);
        states.all().stream()
                .filter(row -> row.state() == State.FAILED)
                .forEach(row -> failures.put(row.key(), row.reason()));
        failures.keySet().removeAll(starts.keySet());
        return failures;
    }
}
