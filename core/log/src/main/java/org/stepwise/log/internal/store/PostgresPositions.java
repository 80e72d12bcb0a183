package org.stepwise.log.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The server knows what is in flight, on any number of nodes: its locks end with the transactions. */
final class PostgresPositions implements Positions {
    private static final int BLOCK = 256;

    @Override
    public long[] take(Connection connection, int count) throws SQLException {
        long[] positions = new long[count];
        for (int from = 0; from < count; from += BLOCK) {
            long first = number(connection, "SELECT eventlog.event_take()");
            for (int i = from; i < Math.min(from + BLOCK, count); i++) {
                positions[i] = first + i - from;
            }
        }
        return positions;
    }

    @Override
    public void settled(long[] positions, boolean committed) {}

    @Override
    public long last(Connection connection) throws SQLException {
        return number(connection, "SELECT last_value + 255 FROM eventlog.event_position");
    }

    @Override
    public long horizon(Connection connection) throws SQLException {
        return number(connection, "SELECT eventlog.event_horizon()");
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
