package org.stepwise.log.internal.delivery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.Conflict;
import org.stepwise.log.Deliveries;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.log.internal.store.ParkedTable;
import org.stepwise.log.internal.store.ParkedTable.Row;
import org.stepwise.log.internal.store.SubscriptionTable;
import org.stepwise.log.internal.store.SubscriptionTable.Place;

/** The switches of delivery, and what can be seen of it. */
@Component
public final class DeliveryDesk implements Deliveries {
    private static final long LOOK_UP_MILLISECONDS = 100;

    private final EventStore store;
    private final Transactions transactions;
    private final Dispatcher dispatcher;
    private final Started started;
    private final Mending mending;
    private final SubscriptionTable places;
    private final ParkedTable parked;
    private final Tail tail;

    @Activate
    public DeliveryDesk(
            @Reference EventStore store,
            @Reference EventCodec codec,
            @Reference Dispatcher dispatcher,
            @Reference Started started,
            @Reference Mending mending) {
        this.store = store;
        this.transactions = dispatcher.transactions();
        this.dispatcher = dispatcher;
        this.started = started;
        this.mending = mending;
        this.places = new SubscriptionTable(store.jdbc());
        this.parked = new ParkedTable(store.jdbc());
        this.tail = new Tail(store, codec);
    }

    /** Runners that nothing of interest has woken look up first, so that nobody seems to be behind who is not. */
    @Override
    public List<Standing> standings(Id company) {
        long horizon = store.horizon();
        dispatcher.await(any -> dispatcher.passed(dispatcher.runners(company), horizon), LOOK_UP_MILLISECONDS);
        List<Row> rows = transactions.call(() -> parked.all(company));
        List<Place> stored = transactions.call(() -> places.all(company));
        Set<String> names = new TreeSet<>();
        stored.forEach(place -> names.add(place.name()));
        dispatcher.runners(company).forEach(runner -> names.add(runner.work().name()));
        return names.stream()
                .map(name -> {
                    Optional<Place> place = stored.stream()
                            .filter(each -> each.name().equals(name))
                            .findFirst();
                    int count = (int) rows.stream()
                            .filter(row -> row.subscription().equals(name))
                            .count();
                    return standing(company, name, place, count);
                })
                .toList();
    }

    private Standing standing(Id company, String name, Optional<Place> place, int count) {
        Optional<Runner> runner = dispatcher.runner(company, name);
        long position = Math.max(
                runner.map(Runner::seen).orElse(0L), place.map(Place::position).orElse(0L));
        String module = runner.map(each -> each.work().module())
                .or(() -> place.map(Place::module))
                .orElse("");
        return new Standing(module, name, runner.isPresent(), Math.max(0, position), count(company, position), count);
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
    public void start(Id company, String module) {
        started.start(company, module);
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
        long opened = transactions.call(() -> {
            places.open(company, module, horizon);
            return places.opened(company, module);
        });
        dispatcher.runners(company, module).forEach(runner -> {
            if (runner.work() instanceof SubscriptionWork work) {
                work.opened(opened);
            }
        });
    }

    @Override
    public boolean passed(Id company, String module, long position) {
        var runners = dispatcher.runners(company, module);
        var running = module.equals("erp") ? !runners.isEmpty() : started.started(company, module);
        return running && dispatcher.passed(runners, position);
    }

    @Override
    public boolean await(Id company, String module, long position, long milliseconds) {
        return dispatcher.await(any -> passed(company, module, position), milliseconds);
    }

    @Override
    public long count(Id company, long after) {
        return tail.count(company, after);
    }
}
