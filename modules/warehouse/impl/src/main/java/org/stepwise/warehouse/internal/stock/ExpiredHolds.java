package org.stepwise.warehouse.internal.stock;

import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.warehouse.internal.verb.WarehouseVerbs;

/** Sweeps up holds that have expired. They count for nothing any more, but would be counted on lists. */
@Component(service = ExpiredHolds.class, immediate = true)
public final class ExpiredHolds {
    private static final Logger LOG = LoggerFactory.getLogger(ExpiredHolds.class);
    private static final Id SYSTEM = new Id(0);

    private final Companies companies;
    private final Callers callers;
    private final WarehouseVerbs verbs;
    private final HoldRows rows;
    private final Clock clock;
    private final ScheduledExecutorService timer;

    @Activate
    public ExpiredHolds(
            @Reference Companies companies,
            @Reference Callers callers,
            @Reference WarehouseVerbs verbs,
            @Reference HoldRows rows,
            @Reference Clock clock) {
        this.companies = companies;
        this.callers = callers;
        this.verbs = verbs;
        this.rows = rows;
        this.clock = clock;
        timer = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "warehouse-expired-holds");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::sweepQuietly, 1, 1, TimeUnit.MINUTES);
    }

    @Deactivate
    public void close() {
        timer.shutdownNow();
    }

    /** A sweep that fails is made up for by the next one; an exception would end the timer. */
    private void sweepQuietly() {
        try {
            sweep();
        } catch (RuntimeException failed) {
            LOG.warn("expired holds of stock were not swept up: {}", failed.getMessage());
        }
    }

    void sweep() {
        companies.all().forEach(this::sweep);
    }

    private void sweep(Companies.Company company) {
        var system = new Caller(SYSTEM, "system", company.id(), "system", company.zone(), Locale.ENGLISH, Set.of("*"));
        try {
            callers.as(
                    system,
                    () -> verbs.write(
                            WarehousePermissions.STOCK_HOLD, () -> rows.deleteExpired(company.id(), clock.instant())));
        } catch (Conflict off) {
            LOG.debug("no holds to sweep up in company {}: {}", company.id(), off.getMessage());
        }
    }
}
