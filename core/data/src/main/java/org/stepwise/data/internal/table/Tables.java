package org.stepwise.data.internal.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.stepwise.data.Cells;
import org.stepwise.data.Id;
import org.stepwise.data.internal.engine.Engine;

/** All tables of one schema, as the database's catalogue lists them. */
public final class Tables {
    private static final int ROWS_AT_A_TIME = 1000;
    private static final int ROWS_TO_CLEAR = 2000;

    private final Engine engine;
    private final String schema;

    public Tables(Engine engine, String schema) {
        this.engine = engine;
        this.schema = engine.catalogued(schema);
    }

    /** One file a table, in a folder that no export before has used. */
    public Path export(Id company, Set<String> withheld, Path into) {
        try (var connection = engine.plain().getConnection()) {
            connection.setAutoCommit(false);
            Files.createDirectories(into);
            var folder = Files.createTempDirectory(into, schema.toLowerCase(Locale.ROOT) + "-");
            for (var table : names(connection)) {
                if (hasCompany(connection, table)) {
                    export(connection, table, company, withheld, folder);
                }
            }
            connection.rollback();
            if (!withheld.isEmpty()) {
                Files.writeString(folder.resolve("withheld.txt"), note(withheld));
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException("the schema " + schema + " cannot be exported into " + into, failure);
        } catch (SQLException failure) {
            throw new IllegalStateException("the schema " + schema + " cannot be exported", failure);
        }
    }

    private static String note(Set<String> withheld) {
        return """
                These columns are left empty, because they tell of people, and who is erased must be erased here too:
                %s.
                Their content stays in the log, encrypted with a key for each person.
                """
                .formatted(String.join(", ", new TreeSet<>(withheld)));
    }

    private void export(Connection connection, String table, Id company, Set<String> withheld, Path folder)
            throws SQLException, IOException {
        var name = table.toLowerCase(Locale.ROOT);
        var sql = "SELECT * FROM " + schema + "." + table + " WHERE company = ?";
        try (var statement = connection.prepareStatement(sql);
                var csv = CsvWriter.builder().build(folder.resolve(name + ".csv"))) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            statement.setLong(1, company.value());
            try (var rows = statement.executeQuery()) {
                var head = head(rows);
                csv.writeRecord(head);
                while (rows.next()) {
                    csv.writeRecord(values(rows, head, column -> withheld.contains(name + "." + column)));
                }
            }
        }
    }

    private static List<String> head(ResultSet rows) throws SQLException {
        var columns = rows.getMetaData();
        List<String> head = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            head.add(columns.getColumnName(column).toLowerCase(Locale.ROOT));
        }
        return head;
    }

    private static List<String> values(ResultSet row, List<String> head, Predicate<String> withheld)
            throws SQLException {
        List<String> values = new ArrayList<>(head.size());
        for (int column = 1; column <= head.size(); column++) {
            if (withheld.test(head.get(column - 1))) {
                values.add("");
            } else {
                values.add(cell(row, column));
            }
        }
        return values;
    }

    /** People open these files in a spreadsheet: a text in them is no formula. */
    private static String cell(ResultSet row, int column) throws SQLException {
        var value = row.getObject(column);
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        return value instanceof String text ? Cells.neutral(text) : row.getString(column);
    }

    public void measure() {
        try (var connection = engine.plain().getConnection();
                var statement = connection.createStatement()) {
            for (var table : names(connection)) {
                statement.execute("ANALYZE " + schema + "." + table);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the tables of the schema " + schema + " cannot be measured", failure);
        }
    }

    /** Takes part in the caller's transaction, if there is one. */
    public void clear(Id company, DataSource pool) {
        try (var connection = pool.getConnection()) {
            for (var table : childrenFirst(connection)) {
                if (hasCompany(connection, table)) {
                    clear(connection, table, company);
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the schema " + schema + " cannot be cleared", failure);
        }
    }

    private void clear(Connection connection, String table, Id company) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM " + schema + "." + table + " WHERE company = ?")) {
            delete.setLong(1, company.value());
            delete.executeUpdate();
        }
    }

    /** Some thousand rows at most; returns whether there may be more. */
    public boolean clearSome(Id company, DataSource pool) {
        try (var connection = pool.getConnection()) {
            for (var table : childrenFirst(connection)) {
                if (hasCompany(connection, table) && clearSome(connection, table, company)) {
                    return true;
                }
            }
            return false;
        } catch (SQLException failure) {
            throw new IllegalStateException("the schema " + schema + " cannot be cleared", failure);
        }
    }

    /** Up to a value of what comes after the company in the key; returns whether there is more behind it. */
    private boolean clearSome(Connection connection, String table, Id company) throws SQLException {
        var second = secondOfKey(connection, table);
        Object bound = second == null ? null : bound(connection, table, second, company);
        if (bound == null) {
            clear(connection, table, company);
            return false;
        }
        try (var delete = connection.prepareStatement(
                "DELETE FROM " + schema + "." + table + " WHERE company = ? AND " + second + " <= ?")) {
            delete.setLong(1, company.value());
            delete.setObject(2, bound);
            delete.executeUpdate();
        }
        return true;
    }

    /** Null when there are few rows. */
    private Object bound(Connection connection, String table, String second, Id company) throws SQLException {
        try (var query = connection.prepareStatement("SELECT " + second + " FROM " + schema + "." + table
                + " WHERE company = ? ORDER BY company, " + second + " OFFSET " + ROWS_TO_CLEAR
                + " ROWS FETCH NEXT 1 ROWS ONLY")) {
            query.setLong(1, company.value());
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getObject(1) : null;
            }
        }
    }

    private String secondOfKey(Connection connection, String table) throws SQLException {
        try (var keys = connection.getMetaData().getPrimaryKeys(null, schema, table)) {
            while (keys.next()) {
                if (keys.getShort("KEY_SEQ") == 2) {
                    return keys.getString("COLUMN_NAME");
                }
            }
            return null;
        }
    }

    private boolean hasCompany(Connection connection, String table) throws SQLException {
        try (var columns = connection.getMetaData().getColumns(null, schema, table, engine.catalogued("company"))) {
            return columns.next();
        }
    }

    private Set<String> names(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (var tables = connection.getMetaData().getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        names.removeIf(name -> name.toLowerCase(Locale.ROOT).startsWith("flyway_"));
        return names;
    }

    /** Rows that refer to others go before them. */
    private List<String> childrenFirst(Connection connection) throws SQLException {
        List<String> ordered = new ArrayList<>();
        var left = names(connection);
        while (!left.isEmpty()) {
            List<String> free = new ArrayList<>();
            for (var table : left) {
                if (!referredTo(connection, table, left)) {
                    free.add(table);
                }
            }
            ordered.addAll(free.isEmpty() ? left : free);
            left.removeAll(List.copyOf(free.isEmpty() ? left : free));
        }
        return ordered;
    }

    private boolean referredTo(Connection connection, String table, Set<String> by) throws SQLException {
        try (var keys = connection.getMetaData().getExportedKeys(null, schema, table)) {
            while (keys.next()) {
                var child = keys.getString("FKTABLE_NAME");
                if (!child.equals(table) && by.contains(child)) {
                    return true;
                }
            }
            return false;
        }
    }
}
