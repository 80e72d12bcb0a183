package org.stepwise.modules.internal.row;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.row.NamedRows.Called;
import org.stepwise.row.NamedRows.Standing;
import org.stepwise.text.Named;
import org.stepwise.web.Column;
import org.stepwise.web.RowSource;

/** The rows of one register in one company, where they stand: in the table, even where their list is a view of it. */
final class SourceRows {
    private final Sql sql;
    private final RowSource source;
    private final Id company;

    SourceRows(Sql sql, RowSource source, Id company) {
        this.sql = sql;
        this.source = source;
        this.company = company;
    }

    /** Of those that there are; by id, or by code. */
    Map<Object, Standing> standing(Collection<Object> named) {
        var found = new HashMap<Object, Standing>();
        found.putAll(among(key(), named.stream().filter(Id.class::isInstance).collect(Collectors.toSet())));
        var codes = named.stream().filter(each -> !(each instanceof Id)).collect(Collectors.toSet());
        sql(source.code()).ifPresent(code -> found.putAll(among(code, codes)));
        return found;
    }

    private Map<Object, Standing> among(String column, Collection<Object> named) {
        var found = new HashMap<Object, Standing>();
        if (named.isEmpty()) {
            return found;
        }
        var flag = source.ended() == null
                ? Optional.<String>empty()
                : sql(source.ended().column());
        var byId = column.equals(key());
        sql.list(
                row -> found.put(
                        byId ? new Id(row.getLong(1)) : row.getString(1),
                        flag.isPresent() && row.getBoolean(2) == source.ended().when()
                                ? Standing.ENDED
                                : Standing.KEPT),
                "SELECT " + column + flag.map(name -> ", " + name).orElse("") + from() + " AND " + column + " IN (?)",
                company,
                named);
        return found;
    }

    /** What rows are called; those that there are not are left out. */
    Map<Id, Called> called(Set<Id> rows) {
        var code = column(source.code()).or(() -> column("number")).orElse(null);
        var name = column("name").orElse(null);
        var called = new HashMap<Id, Called>();
        if (code != null && name != null && code.named() == null && name.named() == null) {
            var list = source.list();
            select(
                    row -> called.put(new Id(row.getLong(1)), new Called(row.getString(2), row.getString(3))),
                    list.key() + ", " + code.sql() + ", " + name.sql() + " FROM " + list.from(),
                    list.key(),
                    rows);
            return called;
        }
        var codes = texts(code, rows);
        var names = texts(name, rows);
        rows.stream()
                .filter(row -> codes.containsKey(row) || names.containsKey(row))
                .forEach(row -> called.put(row, new Called(codes.get(row), names.get(row))));
        return called;
    }

    /** A number may stand in a table of its own, for it comes later than the row. */
    private Map<Id, String> texts(Column column, Set<Id> rows) {
        var texts = new HashMap<Id, String>();
        if (column != null) {
            var there = column.named() != null
                    ? column.named()
                    : Named.plain(source.list().from(), source.list().key(), column.sql());
            select(
                    row -> texts.put(new Id(row.getLong(1)), row.getString(2)),
                    there.key() + ", " + there.column() + " FROM " + there.table(),
                    there.key(),
                    rows);
        }
        return texts;
    }

    private void select(Sql.Row<?> row, String what, String key, Set<Id> rows) {
        sql.list(row, "SELECT " + what + " WHERE company = ? AND " + key + " IN (?)", company, rows);
    }

    boolean any() {
        return sql.first(row -> true, "SELECT " + key() + from() + " FETCH FIRST 1 ROWS ONLY", company)
                .isPresent();
    }

    private String from() {
        var base = source.list().base();
        if (base == null) {
            return " FROM " + source.list().from() + " WHERE company = ?";
        }
        var kind = base.kind().keySet().stream()
                .sorted()
                .map(column -> " AND " + column + " = '" + base.kind().get(column) + "'")
                .collect(Collectors.joining());
        return " FROM " + base.table() + " WHERE company = ?" + kind;
    }

    private String key() {
        return source.list().base() == null
                ? source.list().key()
                : source.list().base().key();
    }

    private Optional<String> sql(String column) {
        return column(column).map(Column::sql);
    }

    private Optional<Column> column(String name) {
        return source.list().columns().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }
}
