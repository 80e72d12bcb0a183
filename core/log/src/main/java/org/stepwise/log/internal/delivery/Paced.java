package org.stepwise.log.internal.delivery;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.error.Unavailable;

/**
 * Takes steps while somebody wakes it or there is more to do: never two at a time, and not more often than is good for
 * those who work meanwhile. A step that fails is taken again, later each time.
 */
final class Paced {
    private static final Logger LOG = LoggerFactory.getLogger(Paced.class);
    private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);
    // To ask a database that is away or takes no changes costs little, and people wait for what follows from their
    // work.
    private static final long LONGEST_PAUSE_OF_DATABASE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private enum State {
        IDLE,
        QUEUED,
        BUSY,
        BUSY_AND_WOKEN,
        STOPPED
    }

    private final Lane lane;
    private final String name;
    private final BooleanSupplier step;
    private State state = State.IDLE;
    private long began = System.nanoTime() - PACE_NANOS;
    private long pause;

    /** @param step returns whether there is more to do */
    Paced(Lane lane, String name, BooleanSupplier step) {
        this.lane = lane;
        this.name = name;
        this.step = step;
    }

    /** There may be something to do. */
    synchronized void wake() {
        switch (state) {
            case IDLE -> queue();
            case BUSY -> state = State.BUSY_AND_WOKEN;
            case QUEUED, BUSY_AND_WOKEN, STOPPED -> {}
        }
    }

    /** Takes no further step; one may still be at work. */
    synchronized void stop() {
        state = State.STOPPED;
    }

    private void queue() {
        state = State.QUEUED;
        long wait = Math.max(pause, began + PACE_NANOS - System.nanoTime());
        lane.schedule(this::run, Math.max(0, wait));
    }

    private void run() {
        if (!begin()) {
            return;
        }
        boolean more = true;
        try {
            more = step.getAsBoolean();
            pause = 0;
        } catch (RuntimeException | LinkageError failure) {
            var lacking = Unavailable.isBehind(failure);
            tell(failure, lacking);
            pause = Math.min(
                    lacking ? LONGEST_PAUSE_OF_DATABASE_NANOS : LONGEST_PAUSE_NANOS, Math.max(PACE_NANOS, pause) * 2);
        } finally {
            end(more);
        }
    }

    /** What the database lacks is told by who watches over it, once; this goes on as long as it lasts. */
    private void tell(Throwable failure, boolean lacking) {
        if (lacking && pause == 0) {
            LOG.info("{} waits and tries again: {}", name, Failures.reason(failure));
        } else if (!lacking) {
            LOG.warn("{} waits and tries again", name, failure);
        }
    }

    private synchronized boolean begin() {
        if (state == State.STOPPED) {
            return false;
        }
        state = State.BUSY;
        began = System.nanoTime();
        return true;
    }

    private synchronized void end(boolean more) {
        if (state == State.STOPPED) {
            return;
        }
        boolean again = more || state == State.BUSY_AND_WOKEN;
        state = State.IDLE;
        if (again) {
            queue();
        }
    }
}
