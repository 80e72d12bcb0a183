package org.stepwise.log.internal.number;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.Rejected;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Numbered;
import org.stepwise.log.guard.Guard;
import org.stepwise.log.internal.store.CommitListener;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.security.Callers;

/**
 * Refuses a document dated before the newest of its series, where numbers and days rise together. The newest day is
 * kept in memory and asked for once; of two that are under way at once neither sees the other, and the proof lists what
 * came of it.
 */
@Component(service = Guard.class)
public final class NumbersFollowDays implements Guard {
    private final EventStore store;
    private final Transactions transactions;
    private final Callers callers;
    private final Map<Series, LocalDate> newest = new ConcurrentHashMap<>();
    private final Set<Series> asked = ConcurrentHashMap.newKeySet();
    private final CommitListener bell = this::committed;

    private record Series(Id company, String name) {}

    @Activate
    public NumbersFollowDays(
            @Reference EventStore store, @Reference Transactions transactions, @Reference Callers callers) {
        this.store = store;
        this.transactions = transactions;
        this.callers = callers;
        store.listen(bell);
    }

    @Deactivate
    public void close() {
        store.unlisten(bell);
    }

    @Override
    public void check(Fact fact, LocalDate on) {
        if (!(fact instanceof Numbered issued) || !issued.chronological()) {
            return;
        }
        Series series = new Series(callers.current().company(), issued.series());
        Own own = transactions.pending(this, Own::new);
        LocalDate known = later(newest(series), own.days.get(series));
        if (known != null && on.isBefore(known)) {
            throw new Rejected(
                    "erp.number.behind",
                    "the newest document of the series " + series.name + " is dated " + known
                            + ", and its numbers follow the days, so that none can be dated " + on + " now; choose "
                            + known + " or a later day",
                    Map.of("on", "before " + known));
        }
        own.days.put(series, on);
    }

    private LocalDate newest(Series series) {
        if (!asked.contains(series)) {
            store.jdbc()
                    .first(
                            "SELECT newest FROM eventlog.number_series WHERE company = ? AND series = ?"
                                    + " AND newest IS NOT NULL",
                            row -> row.getDate(1).toLocalDate(),
                            series.company,
                            series.name)
                    .ifPresent(day -> newest.merge(series, day, NumbersFollowDays::later));
            asked.add(series);
        }
        return newest.get(series);
    }

    private void committed(List<Envelope> events) {
        events.stream()
                .filter(event -> event.series() != null)
                .forEach(event -> newest.merge(
                        new Series(event.company(), event.series()), event.on(), NumbersFollowDays::later));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    /** What the running transaction has issued itself. */
    private static final class Own implements Transactions.Pending {
        private final Map<Series, LocalDate> days = new HashMap<>();

        @Override
        public void write() {
            // Nothing is written: the facts themselves are.
        }
    }
}
