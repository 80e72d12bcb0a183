package org.stepwise.security.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.Conflict;
import org.stepwise.error.Unavailable;

/** Statements on the tables of the platform, in the running transaction or in one of their own. */
@Component(service = Sql.class)
public final class Sql {
    private static final Logger LOG = LoggerFactory.getLogger(Sql.class);
    private static final String DUPLICATE_KEY = "23505";

    private final Transactions transactions;
    private final Database database;

    @Activate
    public Sql(@Reference Transactions transactions, @Reference Database database, @Reference PlatformSchema tables) {
        this.transactions = transactions;
        this.database = database;
    }

    public <T> List<T> list(String sql, Reads<T> reads, Object... values) {
        return prepared(sql, statement -> {
            bind(statement, values);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(reads.read(rows));
                }
                return found;
            }
        });
    }

    public <T> Optional<T> first(String sql, Reads<T> reads, Object... values) {
        return list(sql, reads, values).stream().findFirst();
    }

    /** Returns the number of rows changed. A key that somebody else has just used becomes a {@code Conflict}. */
    public int update(String sql, Object... values) {
        return prepared(sql, statement -> {
            bind(statement, values);
            return statement.executeUpdate();
        });
    }

    /** Writes what is only good to know, if anything can be written now; outside a transaction. */
    public void note(String sql, Object... values) {
        if (database.writable()) {
            try {
                update(sql, values);
            } catch (Unavailable since) {
                LOG.debug("not noted: {}", sql, since);
            }
        }
    }

    private <T> T prepared(String sql, Uses<T> uses) {
        return transactions.call(() -> {
            try (var connection = transactions.connection();
                    var statement = connection.prepareStatement(sql)) {
                return uses.use(statement);
            } catch (SQLException failure) {
                if (DUPLICATE_KEY.equals(failure.getSQLState())) {
                    throw new Conflict("erp.data.exists-already", "somebody else has just added the same; look again");
                }
                throw new IllegalStateException(sql, failure);
            }
        });
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, column(values[i]));
        }
    }

    private static Object column(Object value) {
        if (value instanceof Id id) {
            return id.value();
        }
        if (value instanceof Instant moment) {
            return Timestamp.valueOf(LocalDateTime.ofInstant(moment.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC));
        }
        return value;
    }

    /** A moment of a column, or null. */
    public static Instant moment(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }

    /** Makes something of the current row. */
    @FunctionalInterface
    public interface Reads<T> {
        T read(ResultSet row) throws SQLException;
    }

    private interface Uses<T> {
        T use(PreparedStatement statement) throws SQLException;
    }
}
