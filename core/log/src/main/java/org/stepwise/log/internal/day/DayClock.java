package org.stepwise.log.internal.day;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.data.Id;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;
import org.stepwise.security.Companies.Company;

/** Looks once a minute whether a day is over somewhere. */
@Component(service = DayClock.class, immediate = true, configurationPid = "org.stepwise.log.days")
@Designate(ocd = DayClock.Config.class)
public final class DayClock {
    private static final Logger LOG = LoggerFactory.getLogger(DayClock.class);
    private static final long FIRST_SECONDS = 10;
    private static final long EVERY_SECONDS = 60;

    /** Technical settings of the clock. */
    @ObjectClassDefinition(name = "Ends of days")
    public @interface Config {
        @AttributeDefinition(description = "End days when they are over; off where something else does it")
        boolean ticker() default true;
    }

    private final DayEnds days;
    private final Companies companies;
    private final Callers callers;
    private final Clock clock;
    private final ScheduledExecutorService ticker;

    @Activate
    public DayClock(
            @Reference DayEnds days,
            @Reference Companies companies,
            @Reference Callers callers,
            @Reference Clock clock,
            Config config) {
        this.days = days;
        this.companies = companies;
        this.callers = callers;
        this.clock = clock;
        this.ticker = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "stepwise-days");
            thread.setDaemon(true);
            return thread;
        });
        if (config.ticker()) {
            ticker.scheduleWithFixedDelay(this::tick, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Deactivate
    public void close() throws InterruptedException {
        ticker.shutdown();
        ticker.awaitTermination(EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** The edge of a thread: an exception, as of a database that is away, would end it. */
    private void tick() {
        try {
            endMissedDays();
        } catch (RuntimeException failure) {
            LOG.warn("it is not known which days are over: {}", failure.getMessage());
        }
    }

    /** Ends the days that are over, of every company that imports no history now. */
    public void endMissedDays() {
        for (Company company : companies.all()) {
            if (!days.imports(company.id())) {
                endMissedDays(company);
            }
        }
    }

    private void endMissedDays(Company company) {
        LocalDate today = clock.instant().atZone(company.zone()).toLocalDate();
        Caller system =
                new Caller(new Id(0), "system", company.id(), "system", company.zone(), Locale.ENGLISH, Set.of("*"));
        try {
            callers.as(system, () -> {
                days.endBefore(today);
                return null;
            });
        } catch (RuntimeException failure) {
            LOG.warn("the days of company {} are not ended yet: {}", company.id(), failure.getMessage());
        }
    }
}
