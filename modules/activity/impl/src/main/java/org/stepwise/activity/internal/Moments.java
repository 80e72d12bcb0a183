package org.stepwise.activity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Calendar;
import java.util.TimeZone;

/** Moments as the database keeps them, in UTC. */
public final class Moments {
    private Moments() {}

    /** Null where there is none. */
    public static Instant read(ResultSet row, int column) throws SQLException {
        var at = row.getTimestamp(column, Calendar.getInstance(TimeZone.getTimeZone("UTC")));
        return at == null ? null : at.toInstant();
    }
}
