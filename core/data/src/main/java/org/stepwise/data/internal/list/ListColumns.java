package org.stepwise.data.internal.list;

import java.sql.Types;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwise.data.TableList;
import org.stepwise.error.Rejected;
import org.stepwise.text.Named;
import org.stepwise.web.ValueType;

/**
 * The columns of one list by their names outside: the key as {@code id}, a version if the table has one, the rest. An
 * id that only leads to a name is read as well, and not shown.
 */
final class ListColumns {
    private static final String VERSION = "version";
    static final String HIDDEN = "#";

    private final TableList list;
    private final Map<String, ListColumn> columns = new LinkedHashMap<>();

    ListColumns(TableList list, Map<String, SqlColumn> found) {
        this.list = list;
        var key = found(found, list.key());
        add(new ListColumn(
                "id", list.key(), ValueType.REFERENCE, key.type(), false, true, true, List.of(), false, null));
        if (found.containsKey(VERSION)) {
            add(new ListColumn(
                    VERSION, VERSION, ValueType.NUMBER, Types.BIGINT, false, false, false, List.of(), false, null));
        }
        for (var column : list.columns()) {
            var sql = found(found, column.sql());
            add(new ListColumn(
                    column.name(),
                    column.sql(),
                    column.type(),
                    column.named() == null ? sql.type() : Types.VARCHAR,
                    sql.nullable(),
                    column.filter(),
                    column.sort() && column.named() == null,
                    column.choices(),
                    column.spoken(),
                    column.named()));
        }
        named().forEach(column -> leadTo(column, found(found, column.sql())));
    }

    private void leadTo(ListColumn named, SqlColumn sql) {
        if (selected().stream().noneMatch(column -> column.sql().equals(named.sql()))) {
            var name = HIDDEN + named.sql();
            add(new ListColumn(
                    name,
                    named.sql(),
                    ValueType.REFERENCE,
                    sql.type(),
                    sql.nullable(),
                    true,
                    false,
                    List.of(),
                    false,
                    null));
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

    /** Those that the rows hold themselves. */
    Collection<ListColumn> selected() {
        return columns.values().stream()
                .filter(column -> column.named() == null)
                .toList();
    }

    /** Those that the rows hold the id of. */
    List<ListColumn> named() {
        return columns.values().stream()
                .filter(column -> column.named() != null)
                .toList();
    }

    /** The column with the id that leads to this one. */
    ListColumn leading(ListColumn named) {
        return selected().stream()
                .filter(column -> column.sql().equals(named.sql()))
                .findFirst()
                .orElseThrow();
    }

    /** What a row shows, in order. */
    List<String> shown() {
        return columns.keySet().stream()
                .filter(name -> !name.startsWith(HIDDEN))
                .toList();
    }

    /** Whether a row shows just what it holds. */
    boolean allShown() {
        return shown().size() == columns.size() && named().isEmpty();
    }

    /** All of them, for {@code SELECT}. */
    String sql() {
        return selected().stream().map(ListColumn::sql).collect(Collectors.joining(", "));
    }

    /** The text as it stands in its own table, which has the keys. */
    Named home(ListColumn spoken) {
        if (spoken.named() != null) {
            return spoken.named();
        }
        var base = list.base();
        return base == null
                ? Named.byLanguage(list.from(), list.key(), spoken.sql())
                : Named.byLanguage(base.table(), base.key(), spoken.sql());
    }

    /** Whether it names the document that a row came from or led to: of one document there are few. */
    boolean links(ListColumn column) {
        return list.columns().stream()
                .anyMatch(each -> each.link() != null && each.name().equals(column.name()));
    }

    /** Where the column stands in the result, from 1. */
    int index(ListColumn column) {
        return List.copyOf(selected()).indexOf(column) + 1;
    }

    ListColumn key() {
        return columns.get("id");
    }

    ListColumn filtered(String name) {
        var column = beside(name).map(this::read).orElseGet(() -> known(name));
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
        return column.spoken() ? read(column.byKey()) : column;
    }

    /** Whether its rows hold the column, so that they can be filtered and sorted by it. */
    boolean holds(String name) {
        var column = columns.containsKey(name) ? Optional.of(columns.get(name)) : beside(name);
        return column.filter(held -> held.named() == null).isPresent();
    }

    /** A column beside one by language. */
    private Optional<ListColumn> beside(String name) {
        return columns.values().stream()
                .filter(ListColumn::spoken)
                .flatMap(column -> Stream.of(column.byKey(), column.folded()))
                .filter(column -> column.name().equals(name))
                .findFirst();
    }

    /** Rows are looked through, and pages go on, by what was read of them. */
    private ListColumn read(ListColumn beside) {
        if (beside.named() == null) {
            add(beside);
        }
        return beside;
    }

    ListColumn known(String name) {
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
