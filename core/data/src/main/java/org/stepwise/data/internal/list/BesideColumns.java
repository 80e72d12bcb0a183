package org.stepwise.data.internal.list;

import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stepwise.data.internal.list.ListColumns.SqlColumn;
import org.stepwise.error.Rejected;
import org.stepwise.web.Beside;

/** The columns of a list and of the tables beside it, by the names that filters and orders use. */
final class BesideColumns {
    /** What the list's own table is called in a statement. */
    static final String ROW = "l";

    /** A table beside, as one statement names it. */
    record Neighbour(String alias, Beside table, Map<String, SqlColumn> sql, SortIndexes indexes) {
        String key() {
            return alias + "." + table.key();
        }

        Set<String> kind() {
            return table.kind().keySet();
        }
    }

    private final ListColumns own;
    private final SortIndexes indexes;
    private final List<Neighbour> neighbours;
    private final Map<String, ListColumn> there = new LinkedHashMap<>();
    private final Map<String, Neighbour> home = new LinkedHashMap<>();

    BesideColumns(ListColumns own, SortIndexes indexes, List<Neighbour> neighbours) {
        this.own = own;
        this.indexes = indexes;
        this.neighbours = neighbours;
        neighbours.forEach(neighbour -> neighbour.table().columns().forEach(column -> {
            var sql = neighbour
                    .sql()
                    .getOrDefault(column.sql().toLowerCase(Locale.ROOT), new SqlColumn(Types.OTHER, true));
            there.put(
                    column.name(),
                    new ListColumn(
                            column.name(),
                            neighbour.alias() + "." + column.sql(),
                            column.type(),
                            sql.type(),
                            true,
                            column.filter(),
                            column.sort(),
                            column.choices(),
                            false,
                            null));
            home.put(column.name(), neighbour);
        }));
    }

    List<Neighbour> neighbours() {
        return neighbours;
    }

    /** Those of the list's own table. */
    SortIndexes indexes() {
        return indexes;
    }

    String from() {
        return own.from();
    }

    /** The table beside in which the column stands; empty for one of the list itself. */
    Optional<Neighbour> home(String column) {
        return Optional.ofNullable(home.get(column));
    }

    ListColumn key() {
        return own.key().of(ROW);
    }

    /** The same key, where a table beside leads. */
    ListColumn key(Neighbour leading) {
        var key = own.key();
        return new ListColumn(
                key.name(), leading.key(), key.type(), key.sqlType(), false, true, true, key.choices(), false, null);
    }

    ListColumn filtered(String name) {
        var column = there.get(name);
        if (column == null) {
            return own.filtered(name).of(ROW);
        }
        if (!column.filter()) {
            throw new Rejected(
                    "erp.list.not-filterable",
                    "the list cannot be filtered by \"" + name + "\": leave this condition out",
                    Map.of(name, "no filter"));
        }
        return column;
    }

    ListColumn sorted(String name) {
        var column = there.get(name);
        if (column == null) {
            return own.sorted(name).of(ROW);
        }
        if (!column.sort()) {
            throw new Rejected(
                    "erp.list.not-sortable",
                    "the list cannot be sorted by \"" + name + "\": choose another column",
                    Map.of(name, "no sort"));
        }
        return column;
    }
}
