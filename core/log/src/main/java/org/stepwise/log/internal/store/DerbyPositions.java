package org.stepwise.log.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;

/** One process owns an embedded database, so it knows itself which positions are in flight. */
final class DerbyPositions implements Positions {
    private final TreeSet<Long> inFlight = new TreeSet<>();
    private final TreeSet<Long> inDoubt = new TreeSet<>();
    private long last;

    DerbyPositions(long last) {
        this.last = last;
    }

    @Override
    public synchronized long[] take(Connection connection, int count) {
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
    public synchronized long last(Connection connection) {
        return last;
    }

    @Override
    public long horizon(Connection connection) throws SQLException {
        for (long position : doubts()) {
            look(connection, position);
            resolved(position);
        }
        return lowest();
    }

    private synchronized List<Long> doubts() {
        return List.copyOf(inDoubt);
    }

    private synchronized void resolved(long position) {
        inDoubt.remove(position);
        inFlight.remove(position);
    }

    private synchronized long lowest() {
        return inFlight.isEmpty() ? last : inFlight.first() - 1;
    }

    /** Waits on the row's lock while its transaction is undecided: an answer of either kind settles it. */
    private static void look(Connection connection, long position) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT company FROM eventlog.event WHERE position = ?")) {
            statement.setLong(1, position);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
            }
        }
    }
}
