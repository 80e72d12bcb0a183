package org.stepwise.data.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TimeZone;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.StatementFailed;
import org.stepwise.data.jpa.DayConverter;

/** Statements on the one connection of each transaction. */
@Component
public final class Statements implements Sql {
    private static final int[] NOTHING = {};

    /** PostgreSQL takes 32,767 values a statement. */
    private static final int MOST_ASKED = 8_192;

    private final JtaTransactions transactions;
    private final boolean embedded;
    private final DayConverter days = new DayConverter();
    private final ThreadLocal<String> reading = new ThreadLocal<>();

    @Activate
    public Statements(@Reference JtaTransactions transactions, @Reference Database database) {
        this.transactions = transactions;
        this.embedded = database.kind() == Database.Kind.DERBY;
    }

    @Override
    public <T> List<T> list(Row<T> row, String query, Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Collection<?> many) {
                return list(row, query, values, i, many);
            }
        }
        return rows(row, query, values);
    }

    private <T> List<T> list(Row<T> row, String query, Object[] values, int place, Collection<?> many) {
        var found = new ArrayList<T>();
        for (var some : asked(many)) {
            var each = new ArrayList<>(Arrays.asList(values));
            each.remove(place);
            each.addAll(place, some);
            var marks = String.join(", ", Collections.nCopies(some.size(), "?"));
            found.addAll(rows(row, query.replace("IN (?)", "IN (" + marks + ")"), each.toArray()));
        }
        return found;
    }

    /**
     * PostgreSQL is asked once for what it takes, filled up to a power of two, so that few texts are compiled. Derby
     * scans the table for a list, and would wait for every row that somebody changes: it is asked for one key at a
     * time.
     */
    private List<List<?>> asked(Collection<?> many) {
        if (many.isEmpty() || embedded) {
            return many.stream().<List<?>>map(List::of).toList();
        }
        var wanted = new ArrayList<Object>(many);
        var asked = new ArrayList<List<?>>();
        for (int from = 0; from < wanted.size(); from += MOST_ASKED) {
            asked.add(filled(wanted.subList(from, Math.min(wanted.size(), from + MOST_ASKED))));
        }
        return asked;
    }

    private static List<Object> filled(List<Object> some) {
        var filled = new ArrayList<>(some);
        var last = filled.get(filled.size() - 1);
        while (Integer.bitCount(filled.size()) > 1) {
            filled.add(last);
        }
        return filled;
    }

    private <T> List<T> rows(Row<T> row, String query, Object... values) {
        return prepared(query, statement -> {
            bind(statement, values);
            try (var rows = statement.executeQuery()) {
                reading.set(query);
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(row.read(rows));
                }
                return found;
            } finally {
                reading.remove();
            }
        });
    }

    @Override
    public int write(String statement, Object... values) {
        return prepared(statement, prepared -> {
            bind(prepared, values);
            return prepared.executeUpdate();
        });
    }

    @Override
    public int[] batch(String statement, Collection<Object[]> values) {
        if (values.isEmpty()) {
            return NOTHING;
        }
        return prepared(statement, prepared -> {
            prepared.clearBatch(); // the statement is kept: what failed before would come back with it
            for (var each : values) {
                bind(prepared, each);
                prepared.addBatch();
            }
            return prepared.executeBatch();
        });
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T prepared(String text, Work<T> work) {
        if (reading.get() != null) {
            throw new IllegalStateException("asked while a row of \"" + reading.get() + "\" is read: " + text);
        }
        return transactions.call(() -> {
            try (var statement = transactions.shared().prepareStatement(text)) {
                return work.with(statement);
            } catch (SQLException failure) {
                throw new StatementFailed(text, failure);
            }
        });
    }

    private void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Instant moment) {
                // In UTC: the server's own zone may lack an hour in spring.
                var utc = Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC));
                statement.setTimestamp(i + 1, Timestamp.from(moment.truncatedTo(ChronoUnit.MICROS)), utc);
            } else {
                statement.setObject(i + 1, column(values[i]));
            }
        }
    }

    private Object column(Object value) {
        if (value instanceof Id id) {
            return id.value();
        } else if (value instanceof LocalDate day) {
            return days.convertToDatabaseColumn(day);
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value;
    }
}
