package org.stepwise.log.internal.observe;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.stepwise.log.internal.delivery.Runner;

/**
 * Finds the subscriptions that have not moved for a minute though there is something for them, because they fail over
 * and over or wait for one that does; and those that had caught up once and have needed more than a minute since for
 * what was there. One that catches up for the first time may take as long as it needs.
 */
final class Laggards {
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);

    private Map<Runner, Mark> marks = Map.of();

    /**
     * What is known of one.
     *
     * @param at when {@code horizon} was the end of the log, which it shall reach
     * @param live whether it had caught up once
     * @param seen how far it was lately, since {@code moved}
     */
    private record Mark(long at, long horizon, boolean live, boolean late, long seen, long moved) {
        static Mark first(Runner runner, long horizon, long now) {
            boolean live = !runner.behind();
            return new Mark(now, horizon, live, false, runner.seen(), now);
        }

        Mark next(Runner runner, long end, long now) {
            if (!runner.behind()) {
                return first(runner, end, now);
            }
            long place = runner.seen();
            boolean soon = now - at < PATIENCE;
            if (place >= horizon) {
                return new Mark(now, end, live || soon, late && !soon, place, now);
            }
            long since = place > seen ? now : moved;
            boolean stuck = now - since >= PATIENCE;
            return new Mark(at, horizon, live, stuck || live && (late || !soon), place, since);
        }
    }

    /** Looks at those at work; called every few seconds. */
    List<Runner> among(Collection<Runner> runners, long horizon, long now) {
        Map<Runner, Mark> seen = new HashMap<>();
        for (Runner runner : runners) {
            Mark mark = marks.get(runner);
            seen.put(runner, mark == null ? Mark.first(runner, horizon, now) : mark.next(runner, horizon, now));
        }
        marks = seen;
        return runners.stream().filter(runner -> seen.get(runner).late()).toList();
    }

    /** What was seen is no longer comparable with what is. */
    void forget() {
        marks = Map.of();
    }
}
