package org.stepwise.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Statements in the running transaction, or in one of their own where none runs. A value may be an {@link Id}, a day, a
 * moment, a constant of an enum, or whatever JDBC knows. A statement that the database refuses throws
 * {@link StatementFailed}.
 */
@ProviderType
public interface Sql {

    /**
     * Makes something of the row the cursor is on, and asks the database nothing else: a connection that has too many
     * statements closes the one it used least, even if it is being read.
     */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * All rows found. One of the values may be a collection, which fills an {@code IN (?)}: then the rows come in no
     * order, for the database may be asked several times, and not at all when the collection is empty.
     */
    <T> List<T> list(Row<T> row, String query, Object... values);

    /** The first row found; a query that may find many says how many it wants. */
    default <T> Optional<T> first(Row<T> row, String query, Object... values) {
        return list(row, query, values).stream().findFirst();
    }

    /** Returns the number of rows changed. */
    int write(String statement, Object... values);

    /** Runs the statement once for each set of values, in one trip; returns the number of rows that each changed. */
    int[] batch(String statement, Collection<Object[]> values);
}
