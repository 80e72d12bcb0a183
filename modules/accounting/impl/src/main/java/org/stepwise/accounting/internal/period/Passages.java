package org.stepwise.accounting.internal.period;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.stepwise.error.Conflict;

/**
 * Who is on the way into the books of one company: a month is closed when all that were let in have committed, and
 * nobody is let into it meanwhile. Nobody who holds rows waits here, so no two can wait for each other.
 */
final class Passages {
    private final List<Passage> underWay = new ArrayList<>();
    private LocalDate closing;

    /** The earliest day that one transaction records a fact for. */
    static final class Passage {
        private LocalDate earliest = LocalDate.MAX;
    }

    /** Lets a fact of that day in, or refuses while its month is being closed. */
    synchronized void enter(Passage passage, LocalDate on) {
        if (closing != null && !on.isAfter(closing)) {
            throw busy();
        }
        if (on.isBefore(passage.earliest)) {
            passage.earliest = on;
        }
        if (!underWay.contains(passage)) {
            underWay.add(passage);
        }
    }

    synchronized void leave(Passage passage) {
        underWay.remove(passage);
        notifyAll();
    }

    /** Lets nobody into the days up to the last any more, and waits for those inside. */
    synchronized void begin(LocalDate last, long milliseconds) {
        if (closing != null) {
            throw busy();
        }
        closing = last;
        var deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        while (underWay.stream().anyMatch(passage -> !passage.earliest.isAfter(last))) {
            var left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0 || !waited(left)) {
                end();
                throw new Conflict(
                        "accounting.period.busy",
                        "documents dated up to " + last + " are being recorded; close the month in a moment");
            }
        }
    }

    private boolean waited(long milliseconds) {
        try {
            wait(milliseconds);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    synchronized void end() {
        closing = null;
    }

    private Conflict busy() {
        return new Conflict(
                "accounting.period.closing", "the books are being closed through " + closing + "; try again then");
    }
}
