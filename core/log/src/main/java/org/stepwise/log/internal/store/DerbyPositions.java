package org.stepwise.log.internal.store;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.stepwise.data.Sql;

/** One process owns an embedded database, so it knows itself which positions are in flight. */
final class DerbyPositions implements Positions {
    private final TreeSet<Long> inFlight = new TreeSet<>();
    private final TreeSet<Long> inDoubt = new TreeSet<>();
    private long last;

    DerbyPositions(long last) {
        this.last = last;
    }

    @Override
    public synchronized long[] take(Sql sql, int count) {
        long[] positions = new long[count];
        for (int i = 0; i < count; i++) {
            positions[i] = ++last;
        }
        inFlight.add(positions[0]);
        return positions;
    }

    @Override
    public synchronized void settled(long[] positions, boolean committed) {
        if (committed) {
            inFlight.remove(positions[0]);
        } else {
            inDoubt.add(positions[0]);
        }
    }

    @Override
    public synchronized long last(Sql sql) {
        return last;
    }

    @Override
    public long horizon(Sql sql, Set<Long> own) {
        for (long position : doubts()) {
            look(sql, position);
            resolved(position);
        }
        return lowest(own);
    }

    private synchronized List<Long> doubts() {
        return List.copyOf(inDoubt);
    }

    private synchronized void resolved(long position) {
        inDoubt.remove(position);
        inFlight.remove(position);
    }

    private synchronized long lowest(Set<Long> own) {
        return inFlight.stream()
                .filter(position -> !own.contains(position))
                .findFirst()
                .map(position -> position - 1)
                .orElse(last);
    }

    /** Waits on the row's lock while its transaction is undecided: an answer of either kind settles it. */
    private static void look(Sql sql, long position) {
        sql.list(row -> row.getLong(1), "SELECT company FROM eventlog.event WHERE position = ?", position);
    }
}
