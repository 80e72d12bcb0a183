package org.stepwise.log.internal.observe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.log.internal.store.CommitListener;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.state.Condition;
import org.stepwise.state.Condition.Gravity;
import org.stepwise.state.Watch;

/**
 * Knows whether the clock goes back: it is behind what it has shown already, or behind the newest event. As long as it
 * is, events get moments, and perhaps days, that are over.
 */
@Component(immediate = true)
public final class ClockWatch implements Watch {
    public static final String BACK = "erp.state.clock-back";
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final EventStore store;
    private final Clock clock;
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.EPOCH);
    private final CommitListener listener = events -> events.forEach(event -> passed(event.at()));

    @Activate
    public ClockWatch(@Reference EventStore store, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
        store.newest().ifPresent(this::passed);
        store.listen(listener);
    }

    @Deactivate
    public void close() {
        store.unlisten(listener);
    }

    @Override
    public List<Condition> conditions() {
        if (store.shared()) {
            // Events of other servers, whose clocks may be ahead of ours.
            store.newest().ifPresent(this::passed);
        }
        Instant now = clock.instant();
        passed(now);
        Duration behind = Duration.between(now, latest.get());
        return behind.compareTo(TOLERANCE) < 0 ? List.of() : List.of(back(behind));
    }

    private void passed(Instant moment) {
        latest.accumulateAndGet(moment, (one, other) -> one.isAfter(other) ? one : other);
    }

    private Condition back(Duration behind) {
        String until = latest.get().truncatedTo(ChronoUnit.SECONDS).toString();
        return new Condition(
                BACK,
                Gravity.WARNING,
                null,
                "the clock is %d seconds behind what it was already (%s); set the clock of the server right"
                        .formatted(behind.toSeconds(), until),
                Map.of("seconds", Long.toString(behind.toSeconds()), "moment", until));
    }
}
