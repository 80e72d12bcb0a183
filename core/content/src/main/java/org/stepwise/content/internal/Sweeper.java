package org.stepwise.content.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.content.internal.ContentTables.Upload;
import org.stepwise.data.Database;
import org.stepwise.data.Transactions;

/** Sweeps away contents that no fact names: somebody sent them and was refused, or the server was killed. */
@Component(immediate = true, service = Sweeper.class)
public final class Sweeper {
    /** Longer than any request takes from its content to its fact. */
    private static final Duration LEFT_ALONE = Duration.ofHours(2);

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final ContentTables tables;
    private final Transactions transactions;
    private final Database database;
    private final Clock clock;
    private final ScheduledExecutorService worker;

    @Activate
    public Sweeper(
            @Reference ContentTables tables,
            @Reference Transactions transactions,
            @Reference Database database,
            @Reference Clock clock) {
        this.tables = tables;
        this.transactions = transactions;
        this.database = database;
        this.clock = clock;
        this.worker = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "stepwise-contents");
            thread.setDaemon(true);
            return thread;
        });
        worker.scheduleWithFixedDelay(this::sweepIfPossible, 1, 60, TimeUnit.MINUTES);
    }

    @Deactivate
    public void close() {
        worker.shutdownNow();
    }

    /** The edge of a thread of its own: a failure is logged and the next hour tries again. */
    private void sweepIfPossible() {
        try {
            if (database.writable()) {
                sweep();
            }
        } catch (RuntimeException failed) {
            LOG.warn("Contents that nobody keeps could not be deleted", failed);
        }
    }

    void sweep() {
        for (Upload upload : tables.uploadsBefore(Instant.now(clock).minus(LEFT_ALONE))) {
            transactions.run(() -> tables.close(upload));
        }
    }
}
