package org.stepwise.log.internal.store;

import java.util.Set;
import org.stepwise.data.Sql;

/** The server knows what is in flight, on any number of nodes: its locks end with the transactions. */
final class PostgresPositions implements Positions {
    private static final int BLOCK = 256;

    @Override
    public long[] take(Sql sql, int count) {
        long[] positions = new long[count];
        for (int from = 0; from < count; from += BLOCK) {
            long first = number(sql, "SELECT eventlog.event_take()");
            for (int i = from; i < Math.min(from + BLOCK, count); i++) {
                positions[i] = first + i - from;
            }
        }
        return positions;
    }

    @Override
    public void settled(long[] positions, boolean committed) {}

    @Override
    public long last(Sql sql) {
        return number(sql, "SELECT last_value + 255 FROM eventlog.event_position");
    }

    /** The server knows whose they are. */
    @Override
    public long horizon(Sql sql, Set<Long> own) {
        return number(sql, "SELECT eventlog.event_horizon()");
    }

    private static long number(Sql sql, String query) {
        return sql.first(row -> row.getLong(1), query).orElseThrow();
    }
}
