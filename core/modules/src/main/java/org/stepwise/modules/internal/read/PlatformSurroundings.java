package org.stepwise.modules.internal.read;

import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.data.Transactions;
import org.stepwise.log.ComingNumbers;
import org.stepwise.log.Deliveries;
import org.stepwise.log.guard.BusinessDates;
import org.stepwise.module.Surroundings;
import org.stepwise.row.NamedRows;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;

/** What verbs ask of the platform, in one place. */
@Component
public final class PlatformSurroundings implements Surroundings {
    private static final long MOST_MILLISECONDS = 2_000;

    private final Callers callers;
    private final Ids ids;
    private final BusinessDates dates;
    private final Deliveries deliveries;
    private final ComingNumbers numbers;
    private final Transactions transactions;
    private final NamedRows rows;

    @Activate
    public PlatformSurroundings(
            @Reference Callers callers,
            @Reference Ids ids,
            @Reference BusinessDates dates,
            @Reference Deliveries deliveries,
            @Reference ComingNumbers numbers,
            @Reference Transactions transactions,
            @Reference NamedRows rows) {
        this.callers = callers;
        this.ids = ids;
        this.dates = dates;
        this.deliveries = deliveries;
        this.numbers = numbers;
        this.transactions = transactions;
        this.rows = rows;
    }

    @Override
    public Caller caller() {
        return callers.current();
    }

    @Override
    public Id next() {
        return ids.next();
    }

    @Override
    public NamedRows rows() {
        return rows;
    }

    @Override
    public LocalDate day(String field, LocalDate given) {
        return dates.of(field, given);
    }

    @Override
    public LocalDate wanted(String field, LocalDate given) {
        return dates.wanted(field, given);
    }

    @Override
    public LocalDate ofSetting(LocalDate validFrom) {
        return dates.ofSetting(validFrom);
    }

    @Override
    public boolean settle(String module) {
        return deliveries.settle(caller().company(), module, MOST_MILLISECONDS);
    }

    /** Inside a transaction of somebody else nothing is numbered yet, and waiting would only hold its locks. */
    @Override
    public void follow(String module) {
        if (!transactions.active()) {
            settle(module);
        }
    }

    @Override
    public void numbered(String module, Id document) {
        numbers.await(module, document);
    }

    @Override
    public <T> T issue(String module, Id document, Supplier<T> verb, BiFunction<T, String, T> numbered) {
        return numbers.issue(module, document, verb, numbered);
    }
}
