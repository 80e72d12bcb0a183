package org.stepwise.log.internal.delivery;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stepwise.data.Id;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.EventStore.Range;
import org.stepwise.log.internal.store.Feed;
import org.stepwise.log.internal.store.SubscriptionTable.Move;

/**
 * The subscriptions of one company that have caught up travel together: one look at the log, one transaction, one
 * commit. When one of them fails all go on alone, so that nobody waits for it; who has caught up joins again.
 */
final class Convoy {
    private static final int MOST_EVENTS = 100;

    private final Id company;
    private final Dispatcher dispatcher;
    private final Paced paced;

    Convoy(Id company, Dispatcher dispatcher) {
        this.company = company;
        this.dispatcher = dispatcher;
        this.paced = new Paced(dispatcher, "delivery to company " + company, this::step);
    }

    void wake() {
        paced.wake();
    }

    void stop() {
        paced.stop();
    }

    /** A part of the log, whole from its first event wanted to the last. */
    record Stretch(List<Envelope> events, long upTo, boolean more) {}

    private boolean step() {
        List<Runner> aboard = dispatcher.runners(company).stream()
                .filter(Runner::board)
                .sorted(Comparator.comparing((Runner runner) -> !runner.work().projection())
                        .thenComparing(runner -> runner.work().name()))
                .toList();
        try {
            return !aboard.isEmpty() && travel(aboard);
        } finally {
            aboard.forEach(Runner::leave);
            dispatcher.advanced(aboard);
        }
    }

    private boolean travel(List<Runner> aboard) {
        try {
            boolean more = dispatcher.transactions().call(() -> deliver(aboard));
            aboard.forEach(Runner::arrived);
            return more;
        } catch (RuntimeException | LinkageError failure) {
            if (Failures.passing(failure)) {
                throw failure;
            }
            aboard.forEach(Runner::goAlone);
            return false;
        }
    }

    private boolean deliver(List<Runner> aboard) {
        Stretch stretch = look(aboard);
        SortedMap<String, Move> moves = new TreeMap<>();
        for (Runner runner : aboard) {
            runner.ride(stretch, aboard)
                    .ifPresent(move -> moves.put(runner.work().name(), move));
        }
        if (!dispatcher.places().moveAll(company, moves)) {
            throw new Runner.Moved("one of " + moves.keySet());
        }
        return stretch.more();
    }

    private Stretch look(List<Runner> aboard) {
        long after = aboard.stream().mapToLong(Runner::seen).min().orElseThrow();
        long horizon = dispatcher.store().horizon();
        List<Envelope> page = dispatcher.store().read(company, Feed.all(), new Range(after, horizon, MOST_EVENTS));
        List<Envelope> events = Runner.bounded(page);
        boolean more = page.size() == MOST_EVENTS || events.size() < page.size();
        return new Stretch(events, more ? events.get(events.size() - 1).position() : Math.max(after, horizon), more);
    }
}
