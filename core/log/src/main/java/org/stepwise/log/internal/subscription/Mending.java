package org.stepwise.log.internal.subscription;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;
import org.stepwise.error.NotFound;
import org.stepwise.error.Rejected;
import org.stepwise.log.Deliveries.Parked;
import org.stepwise.log.event.EventSkipped;
import org.stepwise.log.internal.FactLog;
import org.stepwise.log.internal.delivery.Dispatcher;
import org.stepwise.log.internal.delivery.Runner;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.log.internal.store.ParkedTable;
import org.stepwise.log.internal.store.ParkedTable.Row;
import org.stepwise.log.internal.store.SubscriptionTable;
import org.stepwise.security.Callers;

/** What an administrator does with events that could not be taken in. */
@Component(service = Mending.class)
public final class Mending {
    private final Dispatcher dispatcher;
    private final FactLog log;
    private final Callers callers;
    private final Clock clock;
    private final SubscriptionTable places;
    private final ParkedTable parked;

    @Activate
    public Mending(
            @Reference Dispatcher dispatcher,
            @Reference EventStore store,
            @Reference FactLog log,
            @Reference Callers callers,
            @Reference Clock clock) {
        this.dispatcher = dispatcher;
        this.log = log;
        this.callers = callers;
        this.clock = clock;
        this.places = new SubscriptionTable(store.jdbc());
        this.parked = new ParkedTable(store.jdbc());
    }

    void retry(Id company, String subscription, long position) {
        Row row = row(company, subscription, position);
        if (row.heldBy() != null) {
            throw new Rejected(
                    "erp.log.held-back",
                    "the event at " + position + " waits behind the one at " + row.heldBy() + "; retry that one");
        }
        Runner runner = dispatcher
                .runner(company, subscription)
                .filter(each -> each.work() instanceof SubscriptionWork)
                .orElseThrow(() -> new Conflict(
                        "erp.log.subscription-off",
                        subscription + " takes in nothing now; switch its module on and retry then"));
        runner.between(() -> {
            ((SubscriptionWork) runner.work()).release(position);
            return null;
        });
        find(company, subscription, position).ifPresent(still -> {
            throw new Conflict(
                    "erp.log.still-failing",
                    "the event at " + position + " fails again: " + still.reason()
                            + "; mend the cause and retry, or skip it with a reason");
        });
    }

    /** @param skipped what to leave out, and why */
    void skip(Id company, Parked skipped) {
        if (skipped.reason() == null || skipped.reason().isBlank()) {
            throw new Rejected("erp.log.reason-missing", "an event is skipped with a reason only; say why");
        }
        if (!callers.current().company().equals(company)) {
            throw new Rejected("erp.log.other-company", "an event is skipped by a caller of its own company");
        }
        row(company, skipped.subscription(), skipped.position());
        LocalDate today = clock.instant().atZone(callers.current().zone()).toLocalDate();
        dispatcher.transactions().run(() -> {
            log.append("erp", today, new EventSkipped(skipped.subscription(), skipped.position(), skipped.reason()));
            places.skip(company, skipped.subscription(), skipped.position());
            parked.remove(company, skipped.subscription(), skipped.position());
        });
        dispatcher
                .runner(company, skipped.subscription())
                .ifPresent(runner -> runner.between(() -> {
                    ((SubscriptionWork) runner.work()).skipped();
                    return null;
                }));
    }

    private Row row(Id company, String subscription, long position) {
        return find(company, subscription, position)
                .orElseThrow(() -> new NotFound(
                        "erp.log.not-parked",
                        "no event at " + position + " is parked for " + subscription + "; erp:log-parked lists them"));
    }

    private Optional<Row> find(Id company, String subscription, long position) {
        return dispatcher.transactions().call(() -> parked.of(company, subscription)).stream()
                .filter(row -> row.position() == position)
                .findFirst();
    }
}
