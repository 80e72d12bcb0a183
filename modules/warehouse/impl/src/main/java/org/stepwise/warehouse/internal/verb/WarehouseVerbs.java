package org.stepwise.warehouse.internal.verb;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.log.Numbers;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Setting;
import org.stepwise.log.guard.BusinessDates;
import org.stepwise.module.Verbs;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;

/** The way a verb goes: what happened just now is taken in first, and its document is numbered last. */
@Component(service = WarehouseVerbs.class)
public final class WarehouseVerbs {
    private static final String MODULE = "warehouse";
    private static final long MOST_MILLISECONDS = 2_000;

    private final Verbs verbs;
    private final Log log;
    private final Deliveries deliveries;
    private final Numbers numbers;
    private final Callers callers;
    private final BusinessDates dates;

    @Activate
    public WarehouseVerbs(
            @Reference Verbs verbs,
            @Reference Log log,
            @Reference Deliveries deliveries,
            @Reference Numbers numbers,
            @Reference Callers callers,
            @Reference BusinessDates dates) {
        this.verbs = verbs;
        this.log = log;
        this.deliveries = deliveries;
        this.numbers = numbers;
        this.callers = callers;
        this.dates = dates;
    }

    public Caller caller() {
        return callers.current();
    }

    public Id company() {
        return callers.current().company();
    }

    /** Whether what is recorded happened before it was known here: an import of history. */
    public boolean history() {
        return callers.current().door().equals("import");
    }

    /** The business date of a verb: the day given, or today. */
    public LocalDate day(LocalDate on) {
        return dates.of("on", on);
    }

    public <T> T read(String permission, Supplier<T> query) {
        return verbs.read(MODULE, permission, query);
    }

    public <T> T write(String permission, Supplier<T> verb) {
        return verbs.write(MODULE, permission, verb);
    }

    /**
     * Waits a moment until the warehouse has taken in what others recorded just now, such as the order to be delivered,
     * so that the verb decides on it; false when it has not. Where it is not on there is nothing to wait for.
     */
    public boolean catchUp() {
        return !verbs.owns(MODULE) || deliveries.settle(company(), MODULE, MOST_MILLISECONDS);
    }

    /** Whether the tables are there: before, nothing can be in them. */
    public boolean answer() {
        return verbs.answers(MODULE);
    }

    public void record(LocalDate on, Fact fact) {
        log.record(MODULE, on, fact);
    }

    public void record(Setting setting) {
        log.record(MODULE, dates.ofSetting(setting.validFrom()), setting);
    }

    /** Waits until the document has its number and shows it, outside the transaction that recorded it. */
    public Id numbered(Id document) {
        numbers.await(company(), document);
        catchUp();
        return document;
    }
}
