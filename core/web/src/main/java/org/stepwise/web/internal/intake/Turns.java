package org.stepwise.web.internal.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepwise.error.Unavailable;

/**
 * Whose turn it is. Of one lane (a user, or an address of strangers) only so many requests are worked on at once, and
 * only so many bytes of bodies in all, because what is made of a body needs many times its size. Who comes first goes
 * first, among those that may.
 */
final class Turns {
    /** A body up to this size is always worked on. */
    static final int SMALL = 64 * 1024;

    private final int mostOfLane;
    private final int mostWaitingOfLane;
    private final int most;
    private final long bytesMost;
    private final Map<String, Integer> working = new HashMap<>();
    private final Map<String, Integer> waitingOf = new HashMap<>();
    private final Set<Turn> waiting = new LinkedHashSet<>();
    private int all;
    private long bytes;

    Turns(int most, int mostOfLane, int mostWaitingOfLane, long bytesMost) {
        this.most = most;
        this.mostOfLane = mostOfLane;
        this.mostWaitingOfLane = mostWaitingOfLane;
        this.bytesMost = bytesMost;
    }

    /** Who waits for a turn. */
    interface Queued {
        /** The turn has come. */
        void come();

        /** It did not come in time, and will not. */
        void late();
    }

    /** One request's turn, from when it asks for it until it has been answered. */
    final class Turn implements AutoCloseable {
        private final String lane;
        private final long size;
        private final Queued queued;
        private final long since = System.nanoTime();
        private boolean taken;

        private Turn(String lane, long size, Queued queued) {
            this.lane = lane;
            this.size = size <= SMALL ? 0 : size;
            this.queued = queued;
        }

        /** Gives the turn to the next, or leaves the queue. */
        @Override
        public void close() {
            leave(this);
        }
    }

    Turn turn(String lane, long size, Queued queued) {
        return new Turn(lane, size, queued);
    }

    /** True: it is its turn. */
    synchronized boolean enter(Turn turn) {
        if (!mayGo(turn)) {
            return false;
        }
        take(turn);
        return true;
    }

    /** Waits; its turn may have come meanwhile. Refuses when too many of its lane wait already. */
    void queue(Turn turn) {
        if (!enterOrWait(turn)) {
            return;
        }
        turn.queued.come();
    }

    private synchronized boolean enterOrWait(Turn turn) {
        if (enter(turn)) {
            return true;
        }
        if (waitingOf.getOrDefault(turn.lane, 0) >= mostWaitingOfLane) {
            throw new Unavailable("erp.server.busy", "too many requests at once; try again in a few seconds");
        }
        waitingOf.merge(turn.lane, 1, Integer::sum);
        waiting.add(turn);
        return false;
    }

    /** Sends away who has waited longer than so many nanoseconds. */
    void sendAway(long longest) {
        var late = new ArrayList<Turn>();
        synchronized (this) {
            var now = System.nanoTime();
            waiting.stream().takeWhile(turn -> now - turn.since > longest).forEach(late::add);
            late.forEach(this::forget);
        }
        late.forEach(turn -> turn.queued.late());
    }

    private void forget(Turn turn) {
        if (waiting.remove(turn)) {
            waitingOf.merge(turn.lane, -1, Turns::sumOrNone);
        }
    }

    /** A body larger than all that may be worked on at once is worked on alone. */
    private boolean mayGo(Turn turn) {
        return all < most
                && working.getOrDefault(turn.lane, 0) < mostOfLane
                && (turn.size == 0 || bytes == 0 || bytes + turn.size <= bytesMost);
    }

    private void take(Turn turn) {
        turn.taken = true;
        all++;
        bytes += turn.size;
        working.merge(turn.lane, 1, Integer::sum);
    }

    private void leave(Turn turn) {
        var next = new ArrayList<Turn>();
        synchronized (this) {
            if (turn.taken) {
                turn.taken = false;
                all--;
                bytes -= turn.size;
                working.merge(turn.lane, -1, Turns::sumOrNone);
                takeNext(next);
            } else {
                forget(turn);
            }
        }
        next.forEach(each -> each.queued.come());
    }

    private void takeNext(List<Turn> next) {
        for (Iterator<Turn> queue = waiting.iterator(); queue.hasNext() && all < most; ) {
            var turn = queue.next();
            if (mayGo(turn)) {
                queue.remove();
                waitingOf.merge(turn.lane, -1, Turns::sumOrNone);
                take(turn);
                next.add(turn);
            }
        }
    }

    private static Integer sumOrNone(int before, int change) {
        return before + change == 0 ? null : before + change;
    }
}
