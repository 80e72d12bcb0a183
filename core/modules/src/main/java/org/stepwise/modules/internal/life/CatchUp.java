package org.stepwise.modules.internal.life;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.modules.internal.gate.Key;
import org.stepwise.modules.internal.record.RecordCatalogue;

/** Lets a module read the log until it has read all that had happened when it began. */
@Component(service = CatchUp.class)
public final class CatchUp {
    private static final long LOOK_EVERY_MILLISECONDS = 500;
    private static final long PARTS_SECONDS = 60;
    // Until a catch-up was measured here: what a small machine does with a module that writes a few rows an event.
    private static final long EVENTS_A_SECOND = 1500;

    private final Deliveries deliveries;
    private final Log log;
    private final ModuleRegisters registers;
    private final RecordCatalogue records;
    private volatile long measured = EVENTS_A_SECOND;

    @Activate
    public CatchUp(
            @Reference Deliveries deliveries,
            @Reference Log log,
            @Reference ModuleRegisters registers,
            @Reference RecordCatalogue records) {
        this.records = records;
        this.deliveries = deliveries;
        this.log = log;
        this.registers = registers;
    }

    /**
     * Delivers to the module until it has passed today's end of the log, which then is where its verbs take over, and
     * until all of it is there.
     */
    void run(Key key, Contexts.Parts own, Consumer<Count> progress) throws InterruptedException {
        var parts = own.with(records.of(key.module()).size());
        deliveries.start(key.company(), key.module(), parts.subscriptions());
        awaitAll(key, parts.subscriptions());
        var began = System.nanoTime();
        var first = behind(key);
        // Nothing to tell where all is read, as at most starts: then the events, which may be millions, are not
        // counted.
        var total = first == 0 ? 0 : deliveries.count(key.company(), 0);
        var horizon = log.horizon();
        progress.accept(new Count(total, seconds(first), 0));
        int looks = 0;
        while (!deliveries.await(key.company(), key.module(), horizon, LOOK_EVERY_MILLISECONDS)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            var behind = behind(key);
            var elapsed = (System.nanoTime() - began) / 1e9;
            if (first - behind > 0 && elapsed > 1) {
                measured = Math.max(1, Math.round((first - behind) / elapsed));
            }
            progress.accept(new Count(total, seconds(behind), ++looks));
        }
        registers.await(key.module(), parts.registers(), PARTS_SECONDS);
        deliveries.open(key.company(), key.module());
    }

    /** Types in the log that nobody declares, where the module might have to take them in. */
    List<String> strange(Key key) {
        return deliveries.strange(key.company(), key.module());
    }

    /** Nothing is delivered before the services of all subscriptions are there. */
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

    long unread(Key key) {
        return deliveries.count(key.company(), reading(key).position());
    }

    long seconds(long events) {
        return (events + measured - 1) / measured;
    }

    private long behind(Key key) {
        return reading(key).behind();
    }

    /** How far the tables of the module are, by its hindmost subscription, and how many events that one has left. */
    Reading reading(Key key) {
        var standings = deliveries.standings(key.company()).stream()
                .filter(standing -> standing.module().equals(key.module()))
                .toList();
        return new Reading(
                standings.stream()
                        .mapToLong(Deliveries.Standing::position)
                        .min()
                        .orElse(0),
                standings.stream().mapToLong(Deliveries.Standing::behind).max().orElse(0));
    }

    record Reading(long position, long behind) {
        /** Of so many events in all. */
        long read(long total) {
            return Math.max(0, total - behind);
        }
    }

    /**
     * How far it is.
     *
     * @param looks how often it has been looked; 0 at the beginning, then twice a second
     */
    record Count(long total, long secondsLeft, int looks) {
        /** After half a second, one, two, four and so on. */
        boolean hasTakenTwiceAsLong() {
            return Integer.bitCount(looks) == 1;
        }
    }
}
