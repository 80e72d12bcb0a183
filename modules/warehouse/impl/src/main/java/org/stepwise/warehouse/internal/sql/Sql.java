package org.stepwise.warehouse.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.DayConverter;
import org.stepwise.data.Id;
import org.stepwise.data.MomentConverter;
import org.stepwise.data.Transactions;

/** Statements in the running transaction, for the rows that are counted rather than kept as documents. */
@Component(service = Sql.class)
public final class Sql {
    private final Transactions transactions;

    @Activate
    public Sql(@Reference Transactions transactions) {
        this.transactions = transactions;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Runs a statement that writes and returns the number of rows it touched. */
    public int write(String statement, Object... values) {
        try (var connection = transactions.connection();
                var prepared = prepare(connection, statement, values)) {
            return prepared.executeUpdate();
        } catch (SQLException failed) {
            throw new StatementFailed(statement, failed);
        }
    }

    /** Updates with the first statement, and inserts with the second where there was nothing to update. */
    public void put(Statement update, Statement insert) {
        if (write(update.text(), update.values()) == 0) {
            write(insert.text(), insert.values());
        }
    }

    /** A statement with its values. */
    public record Statement(String text, Object... values) {}

    public <T> List<T> list(Row<T> row, String query, Object... values) {
        try (var connection = transactions.connection();
                var prepared = prepare(connection, query, values);
                var rows = prepared.executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(row.read(rows));
            }
            return found;
        } catch (SQLException failed) {
            throw new StatementFailed(query, failed);
        }
    }

    /** The first row; queries that may find many say how many they want. */
    public <T> Optional<T> first(Row<T> row, String query, Object... values) {
        var found = list(row, query, values);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    private static PreparedStatement prepare(Connection connection, String text, Object... values) throws SQLException {
        var statement = connection.prepareStatement(text);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, column(values[i]));
        }
        return statement;
    }

    private static Object column(Object value) {
        if (value instanceof Id id) {
            return id.value();
        } else if (value instanceof java.time.LocalDate day) {
            return new DayConverter().convertToDatabaseColumn(day);
        } else if (value instanceof java.time.Instant moment) {
            return new MomentConverter().convertToDatabaseColumn(moment);
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        return value;
    }

    /** A statement that the database refused; the platform looks at the cause to know whether to try again. */
    public static final class StatementFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StatementFailed(String statement, SQLException cause) {
            super(statement, cause);
        }
    }
}
