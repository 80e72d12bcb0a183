package org.stepwise.accounting.internal.period;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.event.PeriodClosed;
import org.stepwise.accounting.event.PeriodReopened;
import org.stepwise.accounting.internal.CaughtUp;
import org.stepwise.accounting.internal.LedgerTables;
import org.stepwise.accounting.internal.Proofs;
import org.stepwise.accounting.internal.Wanted;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;
import org.stepwise.error.Rejected;
import org.stepwise.input.Bounds;
import org.stepwise.log.Log;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;

/** Closes months in their order, each when all that lies before is posted, and reopens the newest. */
@Component(service = Periods.class)
public final class Periods {
    private static final String MODULE = "accounting";
    private static final String PERMISSION = "accounting.period.close";

    private final Verbs verbs;
    private final Log log;
    private final LedgerTables tables;
    private final PeriodLock lock;
    private final Readiness readiness;

    /** What tells whether everything is in the books. */
    @Component(service = Readiness.class)
    public record Readiness(CaughtUp posted, Proofs proofs, Callers callers) {
        @Activate
        public Readiness(@Reference CaughtUp posted, @Reference Proofs proofs, @Reference Callers callers) {
            this.posted = posted;
            this.proofs = proofs;
            this.callers = callers;
        }
    }

    @Activate
    public Periods(
            @Reference Verbs verbs,
            @Reference Log log,
            @Reference LedgerTables tables,
            @Reference PeriodLock lock,
            @Reference Readiness readiness) {
        this.verbs = verbs;
        this.log = log;
        this.tables = tables;
        this.lock = lock;
        this.readiness = readiness;
    }

    /** Answers when its journals are numbered, or soon will be. */
    public void close(LocalDate last) {
        var company = verbs.read(MODULE, PERMISSION, () -> {
            requireNext(company(), last);
            return company();
        });
        lock.closing(company, last, () -> {
            requireAllPosted(company, last);
            return verbs.write(MODULE, PERMISSION, () -> {
                requireNext(company, last);
                log.record(MODULE, last, new PeriodClosed(last.withDayOfMonth(1), last));
                return last;
            });
        });
        readiness.posted().caughtUp(company);
    }

    private void requireNext(Id company, LocalDate last) {
        var month = YearMonth.from(last);
        if (!last.equals(month.atEndOfMonth())) {
            throw refused(
                    "not-last-day",
                    last + " is not the last day of a month; " + month + " is closed by " + month.atEndOfMonth());
        }
        if (!last.isBefore(verbs.today())) {
            throw refused("not-over", month + " is not over yet; it can be closed from " + last.plusDays(1) + " on");
        }
        var closed = tables.closedThrough(company);
        if (closed != null && !last.isAfter(closed)) {
            throw refused("closed", "the books are closed through " + closed + " already");
        }
        var next = closed == null ? firstMonth(company) : YearMonth.from(closed).plusMonths(1);
        if (next != null && month.isAfter(next)) {
            throw refused("earlier-open", next + " is open; months are closed in their order: close that first");
        }
    }

    /** Of the first journal, or null when there is none. */
    private YearMonth firstMonth(Id company) {
        var first = tables.firstPostingDate(company);
        return first == null ? null : YearMonth.from(first);
    }

    private void requireAllPosted(Id company, LocalDate last) {
        if (!readiness.posted().caughtUp(company)) {
            throw new Conflict(
                    "accounting.period.busy",
                    "not everything recorded is posted yet, and nothing may come into a closed month: close it in a"
                            + " moment; erp:log-lag tells what is behind");
        }
        var parked = readiness.proofs().parked(company);
        if (!parked.isEmpty()) {
            var first = parked.get(0);
            throw new Conflict(
                    "accounting.period.parked",
                    "%s stays open: %s has %d events parked, the first at %d; retry or skip them, see erp:log-parked"
                            .formatted(YearMonth.from(last), first.subscription(), first.events(), first.first()));
        }
    }

    /** Reopens the newest closed month. */
    public void reopen(LocalDate day, String reason) {
        verbs.write(MODULE, PERMISSION, () -> {
            var month = YearMonth.from(day);
            if (!month.atEndOfMonth().equals(tables.closedThrough(company()))) {
                throw refused("not-newest", "only the newest closed month can be reopened");
            }
            var why = Wanted.INPUT.text("reason", reason, Bounds.REASON);
            if (why == null) {
                throw new Rejected(
                        "accounting.period.no-reason", "say why the month is reopened", Map.of("reason", "required"));
            }
            log.record(MODULE, month.atEndOfMonth(), new PeriodReopened(month.atDay(1), month.atEndOfMonth(), why));
            return day;
        });
    }

    private static Rejected refused(String code, String why) {
        return new Rejected("accounting.period." + code, why, Map.of("day", why));
    }

    private Id company() {
        return readiness.callers().current().company();
    }
}
