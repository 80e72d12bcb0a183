package org.stepwise.modules.internal.life;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.modules.internal.gate.Key;

/** Lets a module read the log until it has read all that had happened when it began. */
@Component(service = CatchUp.class)
public final class CatchUp {
    private static final long LOOK_EVERY_MILLISECONDS = 500;
    private static final long PARTS_SECONDS = 60;
    // Until a catch-up was measured here: what a small machine does with a module that writes a few rows an event.
    private static final long EVENTS_A_SECOND = 1500;

    private final Deliveries deliveries;
    private final Log log;
    private volatile long measured = EVENTS_A_SECOND;

    @Activate
    public CatchUp(@Reference Deliveries deliveries, @Reference Log log) {
        this.deliveries = deliveries;
        this.log = log;
    }

    /** Delivers to the module until it has passed today's end of the log, which then is where its verbs take over. */
    void run(Key key, int subscriptions, Consumer<Count> progress) throws InterruptedException {
        deliveries.start(key.company(), key.module());
        awaitAll(key, subscriptions);
        var total = deliveries.count(key.company(), 0);
        var began = System.nanoTime();
        var first = behind(key);
        var horizon = log.horizon();
        progress.accept(new Count(total - first, total, seconds(first)));
        while (!deliveries.await(key.company(), key.module(), horizon, LOOK_EVERY_MILLISECONDS)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            var behind = behind(key);
            var elapsed = (System.nanoTime() - began) / 1e9;
            if (first - behind > 0 && elapsed > 1) {
                measured = Math.max(1, Math.round((first - behind) / elapsed));
            }
            progress.accept(new Count(Math.max(0, total - behind), total, seconds(behind)));
        }
        deliveries.open(key.company(), key.module());
    }

    /** Subscriptions whose services come late join what is started. */
    private void awaitAll(Key key, int subscriptions) throws InterruptedException {
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PARTS_SECONDS);
        while (running(key) < subscriptions) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only %d of the %d subscriptions of %s are there after %d seconds"
                        .formatted(running(key), subscriptions, key.module(), PARTS_SECONDS));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLISECONDS / 10));
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private long running(Key key) {
        return deliveries.standings(key.company()).stream()
                .filter(standing -> standing.module().equals(key.module()) && standing.running())
                .count();
    }

    void stop(Key key) {
        deliveries.stop(key.company(), key.module());
    }

    void forget(Key key) {
        deliveries.forget(key.company(), key.module());
    }

    /** How far the tables of the module are: its hindmost subscription. */
    long position(Key key) {
        return deliveries.standings(key.company()).stream()
                .filter(standing -> standing.module().equals(key.module()))
                .mapToLong(Deliveries.Standing::position)
                .min()
                .orElse(0);
    }

    long unread(Key key) {
        return deliveries.count(key.company(), position(key));
    }

    long seconds(long events) {
        return (events + measured - 1) / measured;
    }

    private long behind(Key key) {
        return deliveries.standings(key.company()).stream()
                .filter(standing -> standing.module().equals(key.module()))
                .mapToLong(Deliveries.Standing::behind)
                .max()
                .orElse(0);
    }

    record Count(long read, long total, long secondsLeft) {}
}
