package org.stepwise.log.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.stepwise.data.Sql;

/** Statements on the running transaction's connection. */
public final class Jdbc {
    private final Sql sql;

    public Jdbc(Sql sql) {
        this.sql = sql;
    }

    /** Makes something of the row the cursor is on. */
    @FunctionalInterface
    public interface Row<T> extends Sql.Row<T> {}

    public int update(String statement, Object... values) {
        return sql.write(statement, values);
    }

    public <T> List<T> list(String query, Row<T> row, Object... values) {
        return sql.list(row, query, values);
    }

    public <T> Optional<T> first(String query, Row<T> row, Object... values) {
        return sql.first(row, query, values);
    }

    public int[] batch(String statement, List<Object[]> rows) {
        return sql.batch(statement, rows);
    }

    /** As many question marks as there are values, for an IN list. */
    public static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    public static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column, utc()).toInstant();
    }

    public static Long nullable(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    /** A calendar in UTC: the server's own zone may lack an hour in spring. */
    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC));
    }
}
