package org.stepwise.log.internal.history;

import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.data.Transactions;
import org.stepwise.log.internal.history.SubjectGaps.Gap;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.store.EventStore;

/**
 * Finds out what the events of an earlier version of the server are about, while the server works: of a million events
 * in some minutes, and of types whose module is installed later, then. Without such events it does nothing.
 */
@Component(service = SubjectsOfOld.class)
public final class SubjectsOfOld {
    private static final Logger LOG = LoggerFactory.getLogger(SubjectsOfOld.class);
    private static final long PAUSE_MILLISECONDS = 20;
    private static final long LOOK_MILLISECONDS = 10_000;

    private final SubjectGaps gaps;
    private final ScheduledThreadPoolExecutor worker;
    private volatile boolean known;

    @Activate
    public SubjectsOfOld(
            @Reference EventStore store, @Reference EventCodec codec, @Reference Transactions transactions) {
        this.gaps = new SubjectGaps(store, codec, transactions);
        this.worker = new ScheduledThreadPoolExecutor(
                1,
                work -> {
                    Thread thread = new Thread(work, "stepwise-subjects");
                    thread.setDaemon(true);
                    return thread;
                },
                new DiscardPolicy());
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        if (!look()) {
            workIn(LOOK_MILLISECONDS);
        }
    }

    @Deactivate
    public void close() throws InterruptedException {
        worker.shutdown();
        worker.awaitTermination(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** Whether every event says what it is about, but for types that nobody knows. */
    public boolean known() {
        return known;
    }

    /** Fills a little; false when nothing can be filled now. Types that nobody knows are left for later. */
    public boolean step() {
        boolean filled = gaps.step();
        look();
        return filled;
    }

    /** Whether nothing is left. */
    private boolean look() {
        List<Gap> left = gaps.all();
        known = left.stream().noneMatch(Gap::ofAll);
        if (left.isEmpty()) {
            worker.shutdown();
        }
        return left.isEmpty();
    }

    private void workIn(long milliseconds) {
        worker.schedule(this::work, milliseconds, TimeUnit.MILLISECONDS);
    }

    /** The edge of a thread: an exception, as of a database that is away, would end it. */
    private void work() {
        boolean filled = false;
        try {
            filled = step();
        } catch (RuntimeException failure) {
            LOG.warn("what earlier events are about is not found out yet: {}", failure.getMessage());
        }
        workIn(filled ? PAUSE_MILLISECONDS : LOOK_MILLISECONDS);
    }
}
