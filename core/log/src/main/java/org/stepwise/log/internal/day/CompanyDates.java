package org.stepwise.log.internal.day;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.Rejected;
import org.stepwise.log.guard.BusinessDates;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.log.internal.store.EventStore.Range;
import org.stepwise.log.internal.store.Feed;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;

/** Looks the first day of a company up once; everything else is arithmetic, so that a fact costs no statement more. */
@Component
public final class CompanyDates implements BusinessDates {
    private static final int DAYS_OF_A_YEAR = 366;
    private static final int MOST_YEARS_WANTED = 10;

    private final EventStore store;
    private final Transactions transactions;
    private final Callers callers;
    private final Clock clock;
    private final Map<Id, LocalDate> firstDays = new ConcurrentHashMap<>();

    @Activate
    public CompanyDates(
            @Reference EventStore store,
            @Reference Transactions transactions,
            @Reference Callers callers,
            @Reference Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public LocalDate first() {
        Id company = callers.current().company();
        return known(company).orElseGet(this::today);
    }

    /** What the running transaction has written itself may be rolled back: it is kept from the commit on. */
    private Optional<LocalDate> known(Id company) {
        LocalDate day = firstDays.get(company);
        if (day != null) {
            return Optional.of(day);
        }
        return transactions.call(() -> {
            Optional<LocalDate> found = firstFact(company);
            found.ifPresent(first -> transactions.afterCommit(() -> firstDays.put(company, first)));
            return found;
        });
    }

    private Optional<LocalDate> firstFact(Id company) {
        return store.read(company, Feed.all(), new Range(0, store.horizon(), 1)).stream()
                .map(event -> event.on())
                .findFirst();
    }

    @Override
    public LocalDate of(String field, LocalDate given) {
        LocalDate today = today();
        if (given == null || given.equals(today)) {
            return today;
        }
        requireSinceFounding(field, given);
        Caller caller = callers.current();
        if (given.isAfter(today)) {
            requireNear(field, given, today, caller.permissions().contains(FUTURE));
        } else if (given.isBefore(today.minusDays(DAYS_OF_A_YEAR)) && !caller.may(PAST)) {
            throw refused(
                    "long-ago",
                    field,
                    "%s is more than a year ago; who records history needs the permission %s".formatted(given, PAST));
        }
        return given;
    }

    private static void requireNear(String field, LocalDate given, LocalDate today, boolean allowed) {
        LocalDate last = allowed ? today.plusDays(DAYS_OF_A_YEAR) : today;
        if (given.isAfter(last)) {
            throw refused(
                    "future",
                    field,
                    allowed
                            ? "%s is refused: no fact is recorded for a day after %s".formatted(given, last)
                            : "%s is after today, %s; give a day that has come, or ask for a role that has %s"
                                    .formatted(given, today, FUTURE));
        }
    }

    /** The first fact of all may be of any day that has come: it is the founding. */
    private void requireSinceFounding(String field, LocalDate given) {
        known(callers.current().company()).filter(given::isBefore).ifPresent(first -> {
            throw refused(
                    "before-company",
                    field,
                    "%s is before the company was founded, on %s; give a day from then on".formatted(given, first));
        });
    }

    @Override
    public LocalDate wanted(String field, LocalDate given) {
        if (given == null) {
            return null;
        }
        requireSinceFounding(field, given);
        LocalDate last = today().plusYears(MOST_YEARS_WANTED);
        if (given.isAfter(last)) {
            throw refused("future", field, "%s is refused: nothing is promised beyond %s".formatted(given, last));
        }
        return given;
    }

    @Override
    public LocalDate ofSetting(LocalDate validFrom) {
        LocalDate today = today();
        LocalDate first = first();
        if (!validFrom.isBefore(today)) {
            return today;
        }
        return validFrom.isBefore(first) ? first : validFrom;
    }

    private static Rejected refused(String code, String field, String why) {
        return new Rejected("erp.day." + code, why, Map.of(field, why));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(callers.current().zone()));
    }
}
