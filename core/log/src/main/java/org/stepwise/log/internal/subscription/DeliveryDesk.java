package org.stepwise.log.internal.subscription;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.Conflict;
import org.stepwise.log.Deliveries;
import org.stepwise.log.internal.catalogue.LoggedTypes;
import org.stepwise.log.internal.delivery.Dispatcher;
import org.stepwise.log.internal.delivery.Runner;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.observe.Standings;
import org.stepwise.log.internal.observe.Tail;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.log.internal.store.ParkedTable;
import org.stepwise.log.internal.store.SubscriptionTable;

/** The switches of delivery, and what can be seen of it. */
@Component
public final class DeliveryDesk implements Deliveries {
    private final EventStore store;
    private final Transactions transactions;
    private final Dispatcher dispatcher;
    private final Started started;
    private final Mending mending;
    private final Subscriptions subscriptions;
    private final SubscriptionTable places;
    private final ParkedTable parked;
    private final Tail tail;
    private final Standings standings;
    private final LoggedTypes types;

    @Activate
    public DeliveryDesk(
            @Reference EventStore store,
            @Reference EventCodec codec,
            @Reference Dispatcher dispatcher,
            @Reference Started started,
            @Reference Mending mending,
            @Reference Subscriptions subscriptions) {
        this.store = store;
        this.transactions = dispatcher.transactions();
        this.dispatcher = dispatcher;
        this.started = started;
        this.mending = mending;
        this.subscriptions = subscriptions;
        this.places = new SubscriptionTable(store.jdbc());
        this.parked = new ParkedTable(store.jdbc());
        this.tail = new Tail(store, codec);
        this.standings = new Standings(store, dispatcher);
        this.types = new LoggedTypes(store.jdbc());
    }

    @Override
    public List<Standing> standings(Id company) {
        return transactions.call(() -> standings.of(company));
    }

    @Override
    public List<Parked> parked(Id company) {
        return transactions.call(() -> parked.all(company)).stream()
                .map(row -> new Parked(
                        row.subscription(), row.position(), row.type(), List.copyOf(row.keys()), row.reason()))
                .toList();
    }

    @Override
    public void retry(Id company, String subscription, long position) {
        mending.retry(company, subscription, position);
    }

    @Override
    public void skip(Id company, String subscription, long position, String reason) {
        mending.skip(company, new Parked(subscription, position, "", List.of(), reason));
    }

    @Override
    public List<Line> tail(Id company, int lines, Predicate<Line> wanted) {
        return tail.newest(company, lines, wanted);
    }

    @Override
    public void start(Id company, String module, int subscriptions) {
        started.start(company, module, subscriptions);
    }

    @Override
    public void stop(Id company, String module) {
        started.stop(company, module);
    }

    @Override
    public void forget(Id company, String module) {
        if (started.started(company, module)) {
            throw new Conflict(
                    "erp.log.module-running",
                    "the positions of " + module
                            + " are not forgotten while events are delivered to it; stop it first");
        }
        transactions.run(() -> places.forget(company, module));
    }

    @Override
    public void open(Id company, String module) {
        long horizon = store.horizon();
        transactions.run(() -> places.open(company, module, horizon));
        dispatcher.runners(company, module).forEach(runner -> {
            if (runner.work() instanceof SubscriptionWork work) {
                work.opened(transactions.call(() -> places.opened(company, work.name(), module)));
            }
        });
    }

    @Override
    public boolean passed(Id company, String module, long position) {
        var runners = dispatcher.runners(company, module);
        var running = module.equals("erp") ? !runners.isEmpty() : started.whole(company, module);
        return running && dispatcher.passed(runners, position);
    }

    @Override
    public boolean await(Id company, String module, long position, long milliseconds) {
        return dispatcher.await(any -> passed(company, module, position), milliseconds);
    }

    @Override
    public boolean settle(Id company, String module, long milliseconds) {
        long soFar = dispatcher.runners(company, module).stream()
                .mapToLong(Runner::wanted)
                .max()
                .orElse(0);
        return dispatcher.await(
                any -> dispatcher.runners(company, module).stream().noneMatch(runner -> runner.waits(soFar)),
                milliseconds);
    }

    @Override
    public List<String> strange(Id company, String module) {
        long horizon = store.horizon();
        return transactions.call(() -> types.upTo(company, horizon)).stream()
                .filter(type -> subscriptions.strange(module, type))
                .toList();
    }

    @Override
    public Set<String> concluding(String module) {
        return subscriptions.of(module).stream()
                .flatMap(Definition::concluding)
                .filter(other -> !other.equals(module))
                .collect(Collectors.toSet());
    }

    @Override
    public long count(Id company, long after) {
        return tail.count(company, after);
    }
}
