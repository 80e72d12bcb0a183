package org.stepwise.log.internal.day;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.Conflict;
import org.stepwise.log.Days;
import org.stepwise.log.event.DayEnded;
import org.stepwise.log.event.PeriodEnded;
import org.stepwise.log.internal.FactLog;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.log.internal.store.EventStore.Range;
import org.stepwise.log.internal.store.Feed;
import org.stepwise.log.internal.store.Jdbc;
import org.stepwise.security.Callers;

/** Ends each day once, in order, however long the server stood still. */
@Component(service = {Days.class, DayEnds.class})
public final class DayEnds implements Days {
    private static final int DAYS_A_TRANSACTION = 100;

    private final FactLog log;
    private final EventStore store;
    private final Callers callers;
    private final Transactions transactions;
    private final Jdbc jdbc;

    @Activate
    public DayEnds(
            @Reference FactLog log,
            @Reference EventStore store,
            @Reference Callers callers,
            @Reference Transactions transactions) {
        this.log = log;
        this.store = store;
        this.callers = callers;
        this.transactions = transactions;
        this.jdbc = store.jdbc();
    }

    @Override
    public void endBefore(LocalDate day) {
        Id company = callers.current().company();
        boolean more = true;
        while (more) {
            more = transactions.call(() -> endSome(company, day));
        }
    }

    @Override
    public LocalDate lastEnded() {
        Id company = callers.current().company();
        return transactions.call(() -> last(company)).orElse(null);
    }

    @Override
    public <T> T importing(String name, Supplier<T> work) {
        Id company = callers.current().company();
        transactions.run(() -> {
            ended(company, name);
            jdbc.update("INSERT INTO eventlog.history_import (company, name) VALUES (?, ?)", company, name);
        });
        T imported = work.get();
        transactions.run(() -> ended(company, name));
        return imported;
    }

    private void ended(Id company, String name) {
        jdbc.update("DELETE FROM eventlog.history_import WHERE company = ? AND name = ?", company, name);
    }

    /** Whether an import of history is at work, or was interrupted. */
    boolean imports(Id company) {
        String sql = "SELECT name FROM eventlog.history_import WHERE company = ?";
        return !transactions
                .call(() -> jdbc.list(sql, row -> row.getString(1), company))
                .isEmpty();
    }

    private boolean endSome(Id company, LocalDate before) {
        Optional<LocalDate> last = last(company);
        Optional<LocalDate> next = last.map(day -> day.plusDays(1)).or(() -> firstFact(company));
        if (next.isEmpty() || !next.get().isBefore(before)) {
            return false;
        }
        LocalDate day = next.get();
        for (int ended = 0; ended < DAYS_A_TRANSACTION && day.isBefore(before); ended++) {
            end(day);
            day = day.plusDays(1);
        }
        remember(company, last, day.minusDays(1));
        return day.isBefore(before);
    }

    private void end(LocalDate day) {
        log.append("erp", day, new DayEnded(day));
        YearMonth month = YearMonth.from(day);
        if (day.equals(month.atEndOfMonth())) {
            log.append("erp", day, new PeriodEnded(month.atDay(1), day));
        }
    }

    private void remember(Id company, Optional<LocalDate> last, LocalDate day) {
        int changed = last.isPresent()
                ? jdbc.update(
                        "UPDATE eventlog.calendar SET last_day = ? WHERE company = ? AND last_day = ?",
                        day,
                        company,
                        last.get())
                : jdbc.update("INSERT INTO eventlog.calendar (company, last_day) VALUES (?, ?)", company, day);
        if (changed == 0) {
            throw new Conflict(
                    "erp.day.ended-meanwhile", "the days before " + day + " were ended by somebody else; repeat it");
        }
    }

    private Optional<LocalDate> last(Id company) {
        return jdbc.first(
                "SELECT last_day FROM eventlog.calendar WHERE company = ?",
                row -> row.getDate(1).toLocalDate(),
                company);
    }

    private Optional<LocalDate> firstFact(Id company) {
        return store.read(company, Feed.all(), new Range(0, store.horizon(), 1)).stream()
                .map(event -> event.on())
                .findFirst();
    }
}
