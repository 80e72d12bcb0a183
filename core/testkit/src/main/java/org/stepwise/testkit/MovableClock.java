package org.stepwise.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved. */
public final class MovableClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private MovableClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    public static MovableClock at(Instant moment) {
        return new MovableClock(new AtomicReference<>(moment), ZoneOffset.UTC);
    }

    /** Noon in UTC, the same day nearly everywhere. */
    public static MovableClock on(LocalDate day) {
        return at(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    public void move(Duration ahead) {
        now.updateAndGet(moment -> moment.plus(ahead));
    }

    public void moveTo(Instant moment) {
        now.set(moment);
    }

    /** Noon in UTC of that day. */
    public void moveTo(LocalDate day) {
        moveTo(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(now, other);
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
