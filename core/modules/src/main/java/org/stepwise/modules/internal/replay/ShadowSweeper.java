package org.stepwise.modules.internal.replay;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.data.Database;

/** Clears shadows away that a server has left behind. */
@Component(immediate = true, service = ShadowSweeper.class)
public final class ShadowSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(ShadowSweeper.class);
    private static final long EVERY_SECONDS = 600;

    private final ShadowTable shadows;
    private final Database database;
    private final ScheduledExecutorService worker;

    @Activate
    public ShadowSweeper(@Reference ShadowTable shadows, @Reference Database database) {
        this.shadows = shadows;
        this.database = database;
        this.worker = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "stepwise-shadows");
            thread.setDaemon(true);
            return thread;
        });
        worker.scheduleWithFixedDelay(this::sweepIfPossible, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    public void close() {
        worker.shutdownNow();
    }

    /** The edge of a thread of its own: a failure is logged and the next time tries again. */
    private void sweepIfPossible() {
        try {
            if (database.writable()) {
                sweep();
            }
        } catch (RuntimeException failed) {
            LOG.warn("what a replay has left behind could not be cleared away", failed);
        }
    }

    void sweep() {
        shadows.forsaken().forEach(shadows::clear);
    }
}
