package org.stepwise.bench.trade;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.stepwise.bench.Latencies;

/** People who enter an order and look at it now and then, while something big goes on. */
public final class Users implements AutoCloseable {
    public static final int PEOPLE = 2;
    private static final String WORK = "order";
    private static final int EVERY_MILLISECONDS = 100;
    private static final int CLOSING_SECONDS = 30;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(PEOPLE);
    private final Latencies latencies = new Latencies();
    private final LongAdder failures = new LongAdder();

    public Users(Traders traders) {
        for (int i = 0; i < PEOPLE; i++) {
            var trader = traders.trader(i);
            int first = ThreadLocalRandom.current().nextInt(EVERY_MILLISECONDS);
            threads.scheduleAtFixedRate(() -> work(trader), first, EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
    }

    private void work(Trader trader) {
        try {
            latencies.timed(WORK, () -> {
                trader.enterAndLook();
                return null;
            });
        } catch (RuntimeException failure) {
            failures.increment();
        }
    }

    public long worked() {
        var histogram = latencies.all().get(WORK);
        return histogram == null ? 0 : histogram.getTotalCount();
    }

    public double p99Milliseconds() {
        return latencies.milliseconds(WORK, 99);
    }

    public long failures() {
        return failures.sum();
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
