package org.stepwise.security.internal.password;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.stepwise.error.TooSoon;

/**
 * A few places, and who waits for one. Of those who wait each source has a turn, one after the other, so that a source
 * with many makes only itself wait. Whoever only pretends waits for a turn like the others and then takes no place:
 * nobody waits longer because of it.
 */
final class Turns {
    /** So many of one source may wait for a place: more would wait in vain. */
    static final int WAITING_OF_ONE = 8;
    /** Whoever is here holds a thread of the server. */
    static final int HERE_OF_ONE = 64;

    static final int HERE = 100;
    private static final int AGAIN_AFTER_SECONDS = 5;

    private final int places;
    private final Duration longest;
    private final Map<String, Deque<Turn>> waiting = new LinkedHashMap<>();
    private final Map<String, Integer> here = new HashMap<>();
    private int hereInAll;
    private int taken;

    /** {@code longest}: how long somebody waits before being refused. */
    Turns(int places, Duration longest) {
        this.places = places;
        this.longest = longest;
    }

    /** Does the work at a place. */
    <T> T take(String source, Supplier<T> work) {
        return inTurn(source, new Turn(true), work);
    }

    /** Does the work, which needs no place, when one would have been free. */
    <T> T pretend(String source, Supplier<T> work) {
        return inTurn(source, new Turn(false), work);
    }

    private <T> T inTurn(String source, Turn turn, Supplier<T> work) {
        enter(source, turn);
        try {
            if (!turn.comes(longest) && !standsAside(source, turn)) {
                throw busy();
            }
            return work.get();
        } finally {
            leave(source, turn);
        }
    }

    private synchronized void enter(String source, Turn turn) {
        int ofOne = here.getOrDefault(source, 0);
        if (hereInAll >= HERE || ofOne >= HERE_OF_ONE || waitingOf(source) >= WAITING_OF_ONE) {
            throw busy();
        }
        hereInAll++;
        here.put(source, ofOne + 1);
        waiting.computeIfAbsent(source, first -> new ArrayDeque<>()).add(turn);
        next();
    }

    private long waitingOf(String source) {
        var queue = waiting.get(source);
        return queue == null ? 0 : queue.stream().filter(turn -> turn.real).count();
    }

    /** The source that had its turn goes to the end of the line. */
    private void next() {
        while (taken < places && !waiting.isEmpty()) {
            var source = waiting.keySet().iterator().next();
            var queue = waiting.remove(source);
            var turn = queue.remove();
            if (!queue.isEmpty()) {
                waiting.put(source, queue);
            }
            if (turn.real) {
                taken++;
            }
            turn.come();
        }
    }

    /** True: the turn came after all, in this moment. */
    private synchronized boolean standsAside(String source, Turn turn) {
        if (turn.came()) {
            return true;
        }
        var queue = waiting.get(source);
        queue.remove(turn);
        if (queue.isEmpty()) {
            waiting.remove(source);
        }
        return false;
    }

    private synchronized void leave(String source, Turn turn) {
        hereInAll--;
        here.computeIfPresent(source, (same, ofOne) -> ofOne == 1 ? null : ofOne - 1);
        if (turn.real && turn.came()) {
            taken--;
        }
        next();
    }

    /** How many wait for a place. */
    synchronized int waiting() {
        return waiting.values().stream().mapToInt(Deque::size).sum();
    }

    private static TooSoon busy() {
        return new TooSoon(
                "erp.login.busy",
                "too many passwords are being checked at once; try again in " + AGAIN_AFTER_SECONDS + " seconds",
                AGAIN_AFTER_SECONDS);
    }

    private static final class Turn {
        private final boolean real;
        private final CountDownLatch turn = new CountDownLatch(1);

        Turn(boolean real) {
            this.real = real;
        }

        void come() {
            turn.countDown();
        }

        boolean came() {
            return turn.getCount() == 0;
        }

        boolean comes(Duration within) {
            try {
                return turn.await(within.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
