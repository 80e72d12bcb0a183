package org.stepwise.log.internal.observe;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stepwise.data.Id;
import org.stepwise.log.Deliveries.Standing;
import org.stepwise.log.internal.delivery.Dispatcher;
import org.stepwise.log.internal.delivery.Runner;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.log.internal.store.EventStore.Range;
import org.stepwise.log.internal.store.ParkedTable;
import org.stepwise.log.internal.store.SubscriptionTable;
import org.stepwise.log.internal.store.SubscriptionTable.Place;

/** How far the subscriptions of a company are: those at work, and those that once were. */
public final class Standings {
    private final EventStore store;
    private final Dispatcher dispatcher;
    private final SubscriptionTable places;
    private final ParkedTable parked;

    public Standings(EventStore store, Dispatcher dispatcher) {
        this.store = store;
        this.dispatcher = dispatcher;
        this.places = new SubscriptionTable(store.jdbc());
        this.parked = new ParkedTable(store.jdbc());
    }

    public List<Standing> of(Id company) {
        long horizon = store.horizon();
        Map<String, Integer> parkedBy = new TreeMap<>();
        parked.all(company).forEach(row -> parkedBy.merge(row.subscription(), 1, Integer::sum));
        Map<String, Place> stored = new TreeMap<>();
        places.all(company).forEach(place -> stored.put(place.name(), place));
        Map<String, Runner> running = new TreeMap<>();
        dispatcher.runners(company).forEach(runner -> running.put(runner.work().name(), runner));
        Set<String> names = new TreeSet<>(stored.keySet());
        names.addAll(running.keySet());
        return names.stream()
                .map(name -> {
                    Place place = stored.get(name);
                    Runner runner = running.get(name);
                    String module =
                            runner == null ? place.module() : runner.work().module();
                    long position = position(place, runner, horizon);
                    long behind = position < horizon ? store.count(company, position) : 0;
                    return new Standing(module, name, runner != null, position, behind, parkedBy.getOrDefault(name, 0));
                })
                .toList();
    }

    private long position(Place place, Runner runner, long horizon) {
        long kept = place == null ? 0 : Math.max(0, place.position());
        return runner == null ? kept : Math.max(kept, reached(runner, horizon));
    }

    /** A runner that nothing of interest has woken has not looked lately: whether it is behind is looked up for it. */
    private long reached(Runner runner, long horizon) {
        long seen = runner.seen();
        if (seen < 0 || seen >= horizon) {
            return seen;
        }
        runner.wake();
        Range unseen = new Range(seen, horizon, 1);
        return store.read(runner.company(), runner.work().feed(), unseen).isEmpty() ? horizon : seen;
    }
}
