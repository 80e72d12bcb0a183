package org.stepwise.log.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.log.Recorded;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Numbered;
import org.stepwise.log.event.Setting;
import org.stepwise.log.guard.BusinessDates;
import org.stepwise.log.guard.Guard;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.log.internal.subscription.Subscriptions;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;

/** Decide and apply: what a verb records is applied by the same handlers that a rebuild uses. */
@Component(service = FactLog.class)
public final class FactLog {
    private final EventStore store;
    private final EventCodec codec;
    private final Subscriptions subscriptions;
    private final Callers callers;
    private final BusinessDates dates;
    private final Clock clock;
    private final List<Guard> guards = new CopyOnWriteArrayList<>();

    @Activate
    public FactLog(
            @Reference EventStore store,
            @Reference EventCodec codec,
            @Reference Subscriptions subscriptions,
            @Reference Callers callers,
            @Reference BusinessDates dates,
            @Reference Clock clock) {
        this.store = store;
        this.codec = codec;
        this.subscriptions = subscriptions;
        this.callers = callers;
        this.dates = dates;
        this.clock = clock;
    }

    @Reference(
            name = "guards",
            unbind = "removedGuard",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    public void addedGuard(Guard guard) {
        guards.add(guard);
    }

    public void removedGuard(Guard guard) {
        guards.remove(guard);
    }

    /** For what has come through the doors of {@link BundleLog}. */
    public void record(String module, LocalDate on, Fact fact) {
        Objects.requireNonNull(on, "a fact has a business date");
        if (!(fact instanceof Setting)) {
            dates.of("on", on);
        }
        guards.forEach(guard -> guard.check(fact, on));
        append(module, on, fact);
    }

    /** Asks nobody: for what the platform itself records. */
    public void append(String module, LocalDate on, Fact fact) {
        Caller caller = callers.current();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        EventCodec.Written<Fact> written = codec.write(caller.company(), fact);
        Recorded<Fact> recorded =
                new Recorded<>(caller.company(), on, now, caller.user(), caller.door(), module, written.read());
        store.append(envelope(recorded, written));
        subscriptions.apply(recorded);
    }

    public long last() {
        return store.last();
    }

    public long horizon() {
        return store.horizon();
    }

    private static Envelope envelope(Recorded<Fact> recorded, EventCodec.Written<Fact> written) {
        Numbered numbered = written.read() instanceof Numbered issued ? issued : null;
        return new Envelope(
                recorded.company(),
                0,
                recorded.on(),
                recorded.at(),
                recorded.actor(),
                recorded.door(),
                recorded.module(),
                null,
                null,
                null,
                written.kind().type(),
                written.kind().version(),
                numbered == null ? null : numbered.series(),
                numbered == null ? null : numbered.document(),
                written.kind().subject(written.read()),
                written.payload());
    }
}
