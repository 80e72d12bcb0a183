package org.stepwise.log.internal.delivery;

import java.util.List;
import java.util.function.Predicate;
import org.stepwise.log.internal.store.Envelope;

/** What one subscription takes in on one journey of the convoy; nothing of it stands before the convoy has arrived. */
final class Ride {
    private final Work work;
    private long upTo;
    private boolean gated;
    private long taken = -1;
    private int events;

    /** @param seen where it boards */
    Ride(Work work, long seen) {
        this.work = work;
        this.upTo = seen;
        work.begin();
    }

    /** Takes in what of the stretch concerns it and it has not seen yet. */
    void take(Convoy.Stretch stretch, Predicate<Runner> aboard) {
        long bound = Math.max(upTo, work.bound(stretch.upTo(), aboard));
        List<Envelope> batch = stretch.events().stream()
                .filter(event -> event.position() > upTo && event.position() <= bound)
                .filter(work.feed()::wants)
                .toList();
        if (!batch.isEmpty() && work.take(batch)) {
            taken = batch.get(batch.size() - 1).position();
        }
        events += batch.size();
        gated = bound < stretch.upTo();
        upTo = bound;
    }

    /** How far it has looked. */
    long upTo() {
        return upTo;
    }

    /** Whether it had to stop before the others. */
    boolean gated() {
        return gated;
    }

    /** The last event that it did something with; -1 when it did nothing worth keeping. */
    long taken() {
        return taken;
    }

    int events() {
        return events;
    }
}
