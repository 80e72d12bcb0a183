package org.stepwise.itest.peeking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.stepwise.data.Transactions;
import org.stepwise.log.event.DayEnded;

/** Asks the clock behind an interface, draws lots where the platform calls it, and asks nothing in vain. */
final class Helper {
    private final List<Dice> dice = new ArrayList<>();
    private final Timing timing;

    Helper(Clock clock) {
        timing = new FromClock(clock);
    }

    void take(DayEnded day) {
        dice.add(new Dice(timing.now().isAfter(Instant.EPOCH)));
    }

    /** Nobody calls this: what is not reached is no fault. */
    static long idle() {
        return System.nanoTime();
    }

    private interface Timing {
        Instant now();
    }

    private record FromClock(Clock clock) implements Timing {
        @Override
        public Instant now() {
            return clock.instant();
        }
    }

    private record Dice(boolean loaded) implements Transactions.Pending {
        @Override
        public void write() {
            if (!loaded && ThreadLocalRandom.current().nextBoolean()) {
                throw new IllegalStateException("a bad throw");
            }
        }
    }
}
