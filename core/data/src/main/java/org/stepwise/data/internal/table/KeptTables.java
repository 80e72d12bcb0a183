package org.stepwise.data.internal.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwise.data.Database;
import org.stepwise.data.Database.Field;
import org.stepwise.data.Database.Index;
import org.stepwise.data.Database.Table;
import org.stepwise.data.internal.engine.Engine;

/**
 * The tables of one schema that the platform keeps for descriptions. What a description has more than the table is
 * added; what it has less stays, for an older version of it may come back. All in one transaction: a kill in the middle
 * leaves what was there before.
 */
public final class KeptTables {
    private static final Pattern TEXT = Pattern.compile("VARCHAR\\((\\d+)\\)");

    private final Engine engine;
    private final String schema;

    public KeptTables(Engine engine, String schema) {
        this.engine = engine;
        this.schema = schema;
    }

    /** A column as the database has it. */
    private record Found(int type, int size, int decimals) {}

    public void expand(List<Table> tables) {
        try (var connection = engine.plain().getConnection()) {
            connection.setAutoCommit(false);
            for (var statement : missing(connection, tables)) {
                try (var prepared = connection.createStatement()) {
                    prepared.execute(filled(statement));
                }
            }
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException("the tables of " + schema + " cannot be brought up to date", failure);
        }
    }

    private List<String> missing(Connection connection, List<Table> tables) throws SQLException {
        var statements = new ArrayList<String>();
        if (!hasSchema(connection)) {
            statements.add("CREATE SCHEMA " + schema);
        }
        var found = columns(connection);
        for (var table : tables) {
            var columns = found.get(table.name());
            if (columns == null) {
                statements.add(creation(table));
                wanted(table).map(index -> creation(table, index)).forEach(statements::add);
                continue;
            }
            for (var column : table.columns()) {
                change(table, column, columns.get(column.name())).ifPresent(statements::add);
            }
            var indexes = indexes(connection, table);
            wanted(table)
                    .filter(index -> !indexes.contains(index.name()))
                    .map(index -> creation(table, index))
                    .forEach(statements::add);
        }
        return statements;
    }

    private boolean hasSchema(Connection connection) throws SQLException {
        try (var found = connection.getMetaData().getSchemas(null, engine.catalogued(schema))) {
            return found.next();
        }
    }

    /** Of all tables of the schema, by table and name: to ask once takes no longer than to ask for one table. */
    private Map<String, Map<String, Found>> columns(Connection connection) throws SQLException {
        var found = new HashMap<String, Map<String, Found>>();
        try (var columns = connection.getMetaData().getColumns(null, engine.catalogued(schema), "%", "%")) {
            while (columns.next()) {
                found.computeIfAbsent(lower(columns.getString("TABLE_NAME")), table -> new HashMap<>())
                        .put(
                                lower(columns.getString("COLUMN_NAME")),
                                new Found(
                                        columns.getInt("DATA_TYPE"),
                                        columns.getInt("COLUMN_SIZE"),
                                        columns.getInt("DECIMAL_DIGITS")));
            }
        }
        return found;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private Set<String> indexes(Connection connection, Table table) throws SQLException {
        var found = new HashSet<String>();
        try (var indexes = connection
                .getMetaData()
                .getIndexInfo(null, engine.catalogued(schema), engine.catalogued(table.name()), false, true)) {
            while (indexes.next()) {
                var name = indexes.getString("INDEX_NAME");
                if (name != null) {
                    found.add(lower(name));
                }
            }
        }
        return found;
    }

    /** PostgreSQL reads an index from either end. */
    private Stream<Index> wanted(Table table) {
        return table.indexes().stream()
                .filter(index -> engine.kind() == Database.Kind.DERBY
                        || index.columns().stream().noneMatch(column -> column.endsWith(" DESC")));
    }

    private String creation(Table table) {
        return "CREATE TABLE " + schema + "." + table.name() + " (company BIGINT NOT NULL, "
                + Stream.concat(table.key().stream(), table.columns().stream())
                        .map(column -> column.name() + " " + column.type() + (column.required() ? " NOT NULL" : ""))
                        .collect(Collectors.joining(", "))
                + ", PRIMARY KEY (company, "
                + table.key().stream().map(Field::name).collect(Collectors.joining(", ")) + "))";
    }

    private String creation(Table table, Index index) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX "
                // Derby wants to know of which schema the index is; PostgreSQL knows, and wants to hear nothing of it.
                + (engine.kind() == Database.Kind.DERBY ? schema + "." : "") + index.name() + " ON "
                + schema + "." + table.name() + " (" + String.join(", ", index.columns()) + ")";
    }

    private Optional<String> change(Table table, Field column, Found found) {
        var alter = "ALTER TABLE " + schema + "." + table.name();
        if (found == null) {
            if (column.required()) {
                throw new IllegalStateException(table.name() + " has rows without " + column.name()
                        + ", by which they are known: keep the name of the key, or give the record another one");
            }
            return Optional.of(alter + " ADD COLUMN " + column.name() + " " + column.type()
                    + (column.initially() == null ? "" : " DEFAULT " + column.initially()));
        }
        requireSameKind(table, column, found);
        var text = TEXT.matcher(column.type());
        return text.matches() && found.size() < Integer.parseInt(text.group(1))
                ? Optional.of(alter + " ALTER COLUMN " + column.name() + " SET DATA TYPE " + column.type())
                : Optional.empty();
    }

    private static void requireSameKind(Table table, Field column, Found found) {
        var type = column.type();
        var same =
                switch (found.type()) {
                    case Types.VARCHAR -> type.startsWith("VARCHAR");
                    case Types.DECIMAL, Types.NUMERIC ->
                        type.startsWith("DECIMAL") && type.endsWith(", " + found.decimals() + ")");
                    case Types.BOOLEAN, Types.BIT -> type.equals("BOOLEAN");
                    case Types.INTEGER -> type.equals("INTEGER");
                    case Types.BIGINT -> type.equals("BIGINT");
                    case Types.DATE -> type.equals("DATE");
                    default -> type.startsWith("$");
                };
        if (!same) {
            throw new IllegalStateException(table.name() + "." + column.name() + " held something else than " + type
                    + " before: give the component another name");
        }
    }

    private String filled(String statement) {
        var text = statement;
        for (var placeholder : engine.placeholders().entrySet()) {
            text = text.replace("${" + placeholder.getKey() + "}", placeholder.getValue());
        }
        return text;
    }
}
