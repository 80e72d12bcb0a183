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
import javax.sql.DataSource;
import org.stepwise.data.Id;
import org.stepwise.data.internal.engine.Engine;

/** All tables of one schema, as the database's catalogue lists them. */
public final class Tables {
    private static final int ROWS_AT_A_TIME = 1000;

    private final Engine engine;
    private final String schema;

    public Tables(Engine engine, String schema) {
        this.engine = engine;
        this.schema = engine.catalogued(schema);
    }

    /** One file a table, in a folder that no export before has used. */
    public Path export(Path into) {
        try (var connection = engine.plain().getConnection()) {
            connection.setAutoCommit(false);
            Files.createDirectories(into);
            var folder = Files.createTempDirectory(into, schema.toLowerCase(Locale.ROOT) + "-");
            for (var table : names(connection)) {
                export(connection, table, folder.resolve(table.toLowerCase(Locale.ROOT) + ".csv"));
            }
            connection.rollback();
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException("the schema " + schema + " cannot be exported into " + into, failure);
        } catch (SQLException failure) {
            throw new IllegalStateException("the schema " + schema + " cannot be exported", failure);
        }
    }

    private void export(Connection connection, String table, Path file) throws SQLException, IOException {
        try (var statement = connection.createStatement();
                var csv = CsvWriter.builder().build(file)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (var rows = statement.executeQuery("SELECT * FROM " + schema + "." + table)) {
                var columns = rows.getMetaData();
                List<String> head = new ArrayList<>();
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    head.add(columns.getColumnName(column).toLowerCase(Locale.ROOT));
                }
                csv.writeRecord(head);
                while (rows.next()) {
                    csv.writeRecord(values(rows, head.size()));
                }
            }
        }
    }

    private static List<String> values(ResultSet row, int columns) throws SQLException {
        List<String> values = new ArrayList<>(columns);
        for (int column = 1; column <= columns; column++) {
            values.add(
                    row.getObject(column) instanceof byte[] bytes
                            ? HexFormat.of().formatHex(bytes)
                            : row.getString(column));
        }
        return values;
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
