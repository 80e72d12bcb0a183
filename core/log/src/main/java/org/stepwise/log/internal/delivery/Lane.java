package org.stepwise.log.internal.delivery;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that take steps. Whoever is far behind has a lane of its own, so that nobody queues behind its batches. */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final long CLOSING_SECONDS = 20;

    private final String name;
    private final ScheduledThreadPoolExecutor threads;

    Lane(String name, int width) {
        this.name = name;
        AtomicInteger number = new AtomicInteger();
        this.threads = new ScheduledThreadPoolExecutor(Math.max(1, width), work -> {
            Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void schedule(Runnable task, long nanoseconds) {
        try {
            threads.schedule(task, nanoseconds, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("{} has been closed", name, closed);
        }
    }

    void repeat(Runnable task, int milliseconds) {
        threads.scheduleWithFixedDelay(task, milliseconds, milliseconds, TimeUnit.MILLISECONDS);
    }

    void close() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("{} did not end within {} seconds", name, CLOSING_SECONDS);
        }
    }
}
