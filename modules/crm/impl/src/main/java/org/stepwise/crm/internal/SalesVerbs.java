package org.stepwise.crm.internal;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.log.Log;
import org.stepwise.log.event.Fact;
import org.stepwise.log.guard.BusinessDates;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;

/** What every verb and query of sales goes through: gate, permission, transaction, log. */
@Component(service = SalesVerbs.class)
public final class SalesVerbs {
    public static final String MODULE = "crm";

    private final Verbs verbs;
    private final Callers callers;
    private final Log log;
    private final Ids ids;
    private final BusinessDates dates;

    @Activate
    public SalesVerbs(
            @Reference Verbs verbs,
            @Reference Callers callers,
            @Reference Log log,
            @Reference Ids ids,
            @Reference BusinessDates dates) {
        this.verbs = verbs;
        this.callers = callers;
        this.log = log;
        this.ids = ids;
        this.dates = dates;
    }

    public <T> T write(String permission, Supplier<T> verb) {
        return verbs.write(MODULE, permission, verb);
    }

    public <T> T read(String permission, Supplier<T> query) {
        return verbs.read(MODULE, permission, query);
    }

    public void record(LocalDate on, Fact fact) {
        log.record(MODULE, on, fact);
    }

    /** The business date of a verb: the one given, or today in the company's zone. */
    public LocalDate day(LocalDate given) {
        return dates.of("on", given);
    }

    /** The day by which something is wanted, or null. */
    public LocalDate wantedBy(String field, LocalDate given) {
        return dates.wanted(field, given);
    }

    public boolean warehouseKeepsStock() {
        return verbs.owns("warehouse");
    }

    public boolean accountingKeepsBooks() {
        return verbs.owns("accounting");
    }

    public Id company() {
        return callers.current().company();
    }

    public Id next() {
        return ids.next();
    }
}
