package org.stepwise.data.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The clock of the machine, as a service so that tests can move theirs. */
@Component(service = Clock.class)
public final class SystemClock extends Clock {
    private final Clock clock;

    @Activate
    public SystemClock() {
        this(Clock.systemUTC());
    }

    private SystemClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SystemClock(clock.withZone(zone));
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public long millis() {
        return clock.millis();
    }
}
