package org.stepwise.data.internal.list;

import java.sql.Types;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.stepwise.data.TableList;
import org.stepwise.error.Rejected;
import org.stepwise.web.ValueType;

/** The columns of one list by their names outside: the key as {@code id}, a version if the table has one, the rest. */
final class ListColumns {
    private static final String VERSION = "version";

    private final TableList list;
    private final Map<String, ListColumn> columns = new LinkedHashMap<>();

    ListColumns(TableList list, Map<String, SqlColumn> found) {
        this.list = list;
        var key = found(found, list.key());
        add(new ListColumn("id", list.key(), ValueType.REFERENCE, key.type(), false, true, true, List.of()));
        if (found.containsKey(VERSION)) {
            add(new ListColumn(VERSION, VERSION, ValueType.NUMBER, Types.BIGINT, false, false, false, List.of()));
        }
        for (var column : list.columns()) {
            var sql = found(found, column.sql());
            add(new ListColumn(
                    column.name(),
                    column.sql(),
                    column.type(),
                    sql.type(),
                    sql.nullable(),
                    column.filter(),
                    column.sort(),
                    column.choices()));
        }
    }

    /** A column as the database knows it. */
    record SqlColumn(int type, boolean nullable) {}

    private void add(ListColumn column) {
        columns.putIfAbsent(column.name(), column);
    }

    private static SqlColumn found(Map<String, SqlColumn> found, String column) {
        return found.getOrDefault(column.toLowerCase(Locale.ROOT), new SqlColumn(Types.OTHER, true));
    }

    String from() {
        return list.from();
    }

    Collection<ListColumn> selected() {
        return columns.values();
    }

    /** All of them, for {@code SELECT}. */
    String sql() {
        return columns.values().stream().map(ListColumn::sql).collect(Collectors.joining(", "));
    }

    /** Where the column stands in the result, from 1. */
    int index(ListColumn column) {
        return List.copyOf(columns.keySet()).indexOf(column.name()) + 1;
    }

    ListColumn key() {
        return columns.get("id");
    }

    ListColumn filtered(String name) {
        var column = known(name);
        if (!column.filter()) {
            throw new Rejected(
                    "erp.list.not-filterable",
                    "the list cannot be filtered by \"" + name + "\": leave this condition out",
                    Map.of(name, "no filter"));
        }
        return column;
    }

    ListColumn sorted(String name) {
        var column = known(name);
        if (!column.sort()) {
            throw new Rejected(
                    "erp.list.not-sortable",
                    "the list cannot be sorted by \"" + name + "\": choose another column",
                    Map.of(name, "no sort"));
        }
        return column;
    }

    private ListColumn known(String name) {
        var column = columns.get(name);
        if (column == null) {
            throw new Rejected(
                    "erp.list.unknown-column",
                    "the list has no column \"" + name + "\"; it has " + String.join(", ", columns.keySet()),
                    Map.of(name, "unknown"));
        }
        return column;
    }
}
