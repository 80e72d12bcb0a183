package org.stepwise.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.stepwise.data.Database;
import org.stepwise.data.Transactions;

/** The columns of a module's tables, as the database's catalogue has them. */
public final class Columns {
    /** What a column that adds up has: as much as Derby can. */
    private static final int DIGITS_OF_SUMS = 31;

    private Columns() {}

    /**
     * The decimal columns that hold what is entered, and no more: {@code table.column} of those that are narrower than
     * a column that adds up must be.
     */
    public static Set<String> tooNarrowForSums(Platform platform, String schema) {
        var catalogued = platform.service(Database.class).kind() == Database.Kind.DERBY
                ? schema.toUpperCase(Locale.ROOT)
                : schema;
        var transactions = platform.service(Transactions.class);
        return transactions.call(() -> {
            try {
                return tooNarrow(transactions.connection(), catalogued);
            } catch (SQLException failure) {
                throw new IllegalStateException("the columns of " + schema + " cannot be read", failure);
            }
        });
    }

    private static Set<String> tooNarrow(Connection connection, String schema) throws SQLException {
        var found = new TreeSet<String>();
        var tables = new TreeSet<String>();
        try (var rows = connection.getMetaData().getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        try (var rows = connection.getMetaData().getColumns(null, schema, "%", "%")) {
            while (rows.next()) {
                var type = rows.getInt("DATA_TYPE");
                if ((type == Types.DECIMAL || type == Types.NUMERIC)
                        && rows.getInt("COLUMN_SIZE") < DIGITS_OF_SUMS
                        && tables.contains(rows.getString("TABLE_NAME"))) {
                    found.add((rows.getString("TABLE_NAME") + "." + rows.getString("COLUMN_NAME"))
                            .toLowerCase(Locale.ROOT));
                }
            }
        }
        return found;
    }
}
