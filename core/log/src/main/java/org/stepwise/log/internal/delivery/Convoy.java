package org.stepwise.log.internal.delivery;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stepwise.data.Id;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.EventStore.Page;
import org.stepwise.log.internal.store.EventStore.Range;
import org.stepwise.log.internal.store.Feed;
import org.stepwise.log.internal.store.SubscriptionTable.Move;

/**
 * The subscriptions of one company that have caught up travel together: one look at the log, one transaction, one
 * commit. When one of them fails all go on alone, so that nobody waits for it; who has caught up joins again.
 */
final class Convoy {
    private static final int MOST_EVENTS = 100;
    private static final int MOST_LEGS = 4;

    private final Id company;
    private final Dispatcher dispatcher;
    private final Paced paced;

    Convoy(Id company, Dispatcher dispatcher) {
        this.company = company;
        this.dispatcher = dispatcher;
        this.paced = new Paced(dispatcher.live(), "delivery to company " + company, this::step);
    }

    void wake() {
        paced.wake();
    }

    void stop() {
        paced.stop();
    }

    /** A part of the log, whole from its first event wanted to the last. */
    record Stretch(List<Envelope> events, long upTo, boolean more) {}

    /** The steps made, by subscription, and whether there is more to read. */
    private record Journey(SortedMap<String, Move> moves, boolean more) {}

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
            Journey journey = dispatcher.transactions().call(() -> deliver(aboard));
            aboard.forEach(
                    runner -> runner.arrived(journey.moves().get(runner.work().name()), journey.more()));
            return journey.more();
        } catch (RuntimeException | LinkageError failure) {
            if (Failures.passing(failure)) {
                throw failure;
            }
            aboard.forEach(Runner::goAlone);
            return false;
        }
    }

    /** What was concluded on the way is taken in on the same journey, while there is nothing more to read. */
    private Journey deliver(List<Runner> aboard) {
        aboard.forEach(Runner::depart);
        Stretch stretch;
        int legs = 0;
        do {
            stretch = look(aboard);
            for (Runner runner : aboard) {
                runner.ride().take(stretch, aboard::contains);
            }
            legs++;
        } while (!stretch.more() && legs < MOST_LEGS && dispatcher.store().write());
        SortedMap<String, Move> moves = new TreeMap<>();
        for (Runner runner : aboard) {
            runner.step().ifPresent(move -> moves.put(runner.work().name(), move));
        }
        if (!dispatcher.places().moveAll(company, moves)) {
            throw new Runner.Moved("one of " + moves.keySet());
        }
        return new Journey(moves, stretch.more());
    }

    private Stretch look(List<Runner> aboard) {
        long after =
                aboard.stream().mapToLong(runner -> runner.ride().upTo()).min().orElseThrow();
        long horizon = dispatcher.store().horizon();
        Page page = dispatcher.store().page(company, Feed.all(), new Range(after, horizon, MOST_EVENTS));
        return new Stretch(page.events(), page.more() ? page.last() : Math.max(after, horizon), page.more());
    }
}
