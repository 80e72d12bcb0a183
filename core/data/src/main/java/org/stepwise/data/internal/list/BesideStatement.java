package org.stepwise.data.internal.list;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepwise.data.Id;
import org.stepwise.data.internal.list.BesideColumns.Neighbour;
import org.stepwise.web.ListQuery;
import org.stepwise.web.ListQuery.Filter;
import org.stepwise.web.ListQuery.Operator;

/**
 * The SQL that finds the keys of a page, where tables beside the list's own have a say. PostgreSQL finds its way
 * itself. Derby is told which table leads: the one that leaves few rows, or the one that has them in order; the others
 * are looked up row by row.
 */
final class BesideStatement {
    /** What is found by a value and then sorted: a few milliseconds. */
    private static final int FEW = 2_000;

    /** How many times the rows of a page are looked through in order, before anything else is tried. */
    private static final List<Integer> LOOKED_THROUGH = List.of(4, 32);

    private static final String FIXED = " --DERBY-PROPERTIES joinOrder=FIXED\n ";

    /** Of a list sorted by a column beside: the rows that have a value there come first, then those that have none. */
    enum Stretch {
        ALL,
        VALUED,
        EMPTY
    }

    private final BesideColumns columns;
    private final Id company;
    private final ListQuery query;
    private final Stretch stretch;
    private final String by;
    private final SortOrder order;
    private final Set<Neighbour> needed = new HashSet<>();

    /** @param by the name of the column beside that the list is sorted by first; null for {@link Stretch#ALL} */
    BesideStatement(BesideColumns columns, Id company, ListQuery query, Stretch stretch, String by) {
        this.columns = columns;
        this.company = company;
        this.query = query;
        this.stretch = stretch;
        this.by = by;
        if (stretch == Stretch.VALUED) {
            var home = columns.home(by).orElseThrow();
            needed.add(home);
            order = new SortOrder(
                    name -> name.equals(by) ? columns.sorted(name).present() : columns.sorted(name),
                    columns.key(home),
                    query.sort());
        } else {
            order = new SortOrder(columns::sorted, columns.key(), query.sort());
        }
        query.filters().stream().filter(BesideStatement::needsValue).forEach(filter -> columns.home(filter.column())
                .ifPresent(needed::add));
    }

    /** Rows that have none may be wanted too: of all others, and of nothing. */
    private static boolean needsValue(Filter filter) {
        var empty = filter.value() == null || filter.value().isEmpty();
        return switch (filter.operator()) {
            case EQ, IN, CONTAINS -> !empty;
            case NE -> empty;
            case LT, LE, GT, GE -> true;
        };
    }

    SortOrder order() {
        return order;
    }

    /** How many rows are asked for. */
    int rows() {
        return query.limit();
    }

    /** The table that has the rows in order; null where that is the list's own, or none. */
    private Neighbour ordering() {
        return stretch == Stretch.VALUED ? columns.home(by).orElseThrow() : null;
    }

    /** Everything that rows must fulfil. */
    private Conditions wanted() {
        var all = ofOwn();
        columns.neighbours().stream().filter(needed::contains).forEach(neighbour -> {
            all.and(neighbour.key() + " = " + columns.key().sql(), List.of());
            isOf(neighbour, all);
        });
        query.filters().forEach(filter -> {
            if (isAbsent(filter)) {
                absent(filter.column(), columns.filtered(filter.column()).sql(), all);
            } else {
                all.and(filter, columns.filtered(filter.column()));
            }
        });
        if (stretch == Stretch.EMPTY && isAbsent(new Filter(by, Operator.EQ, ""))) {
            absent(by, columns.sorted(by).sql(), all);
        } else {
            valued(all);
        }
        if (query.after() != null) {
            order.continueAfter(query.after(), all);
        }
        return all;
    }

    /**
     * Whether rows without a value are wanted, be it that nothing stands beside them, where no table is told to lead.
     */
    private boolean isAbsent(Filter filter) {
        var isEmpty = filter.value() == null || filter.value().isEmpty();
        return isEmpty
                && filter.operator() == Operator.EQ
                && !columns.indexes().known()
                && columns.home(filter.column())
                        .filter(home -> !needed.contains(home))
                        .isPresent();
    }

    /** Of an outer join PostgreSQL believes that hardly any row is without a value, and joins all of both tables. */
    private void absent(String column, String sql, Conditions conditions) {
        var home = columns.home(column).orElseThrow();
        var its = of(home);
        conditions.and(
                "NOT EXISTS (SELECT 1 FROM " + table(home) + " WHERE " + its.sql() + " AND " + home.key() + " = "
                        + columns.key().sql() + " AND " + sql + " IS NOT NULL)",
                its.values());
    }

    private Conditions ofOwn() {
        var own = new Conditions(company);
        own.and(BesideColumns.ROW + ".company = ?", List.of(company.value()));
        return own;
    }

    private Conditions of(Neighbour neighbour) {
        var its = new Conditions(company);
        isOf(neighbour, its);
        return its;
    }

    private void isOf(Neighbour neighbour, Conditions conditions) {
        conditions.and(neighbour.alias() + ".company = ?", List.of(company.value()));
        neighbour
                .table()
                .kind()
                .forEach((column, value) -> conditions.and(neighbour.alias() + "." + column + " = ?", List.of(value)));
    }

    /** What the table that has the rows in order can say of them by itself. */
    private Conditions ofOrder() {
        var lead = ordering() == null ? ofOwn() : of(ordering());
        if (ordering() != null) {
            valued(lead);
        }
        query.filters().stream()
                .filter(order::serves)
                .forEach(filter -> lead.and(filter, columns.filtered(filter.column())));
        if (query.after() != null) {
            order.beginAfter(query.after(), lead);
        }
        return lead;
    }

    private void valued(Conditions conditions) {
        if (stretch != Stretch.ALL) {
            conditions.and(
                    columns.sorted(by).sql() + (stretch == Stretch.VALUED ? " IS NOT NULL" : " IS NULL"), List.of());
        }
    }

    /** One text and the values of its question marks. */
    record Way(String sql, List<Object> values) {}

    /**
     * The table that comes first.
     *
     * @param neighbour null for the list's own
     * @param its what its rows must fulfil
     * @param most how many of them are looked through; 0 for all
     */
    private record Lead(Neighbour neighbour, String hint, Conditions its, int most) {
        String alias() {
            return neighbour == null ? BesideColumns.ROW : neighbour.alias();
        }

        Lead first(int rows) {
            return new Lead(neighbour, hint, its, rows);
        }
    }

    /** Counts the rows that a statement finds. */
    interface Counting {
        int count(Way way) throws SQLException;
    }

    /** To be tried in turn: the last one finds all rows; one before it is as good if it finds enough. */
    List<Way> ways(Counting counting) throws SQLException {
        if (!columns.indexes().known()) {
            return List.of(way(null));
        }
        List<Lead> byValue = byValue();
        for (var lead : byValue) {
            if (counting.count(few(lead)) <= FEW) {
                return List.of(way(lead));
            }
        }
        List<Way> ways = new ArrayList<>();
        var inOrder = inOrder();
        inOrder.ifPresent(lead -> LOOKED_THROUGH.forEach(times -> ways.add(way(lead.first(times * query.limit())))));
        ways.add(way(byValue.stream()
                .findFirst()
                .or(() -> inOrder.filter(lead -> lead.neighbour() == null))
                .orElse(null)));
        return ways;
    }

    /** The tables beside that are filtered by a value and have an index for it. */
    private List<Lead> byValue() {
        List<Lead> leads = new ArrayList<>();
        for (var filter : query.filters()) {
            columns.home(filter.column()).ifPresent(home -> {
                var hint = hint(home, filter);
                if (!hint.isEmpty()) {
                    var its = of(home);
                    its.and(filter, columns.filtered(filter.column()));
                    leads.add(new Lead(home, hint, its, 0));
                }
            });
        }
        return leads;
    }

    private String hint(Neighbour home, Filter filter) {
        if (filter.value() == null || filter.value().isEmpty()) {
            return "";
        }
        var column = bare(columns.filtered(filter.column()).sql());
        return switch (filter.operator()) {
            case EQ -> {
                var equal = new HashSet<>(home.kind());
                equal.add(column);
                yield home.indexes().hint(equal, List.of());
            }
            case LT, LE, GT, GE -> home.indexes().hint(home.kind(), List.of(column));
            case NE, IN, CONTAINS -> "";
        };
    }

    private Way few(Lead lead) {
        var neighbour = lead.neighbour();
        return new Way(
                "SELECT COUNT(*) FROM (SELECT " + neighbour.key() + " FROM "
                        + neighbour.table().table() + " " + neighbour.alias() + lead.hint() + " WHERE "
                        + lead.its().sql() + " FETCH FIRST " + (FEW + 1) + " ROWS ONLY) few",
                lead.its().values());
    }

    /** The table that has the rows in the order of the list, if one does. */
    private Optional<Lead> inOrder() {
        var leading = ordering();
        var alias = leading == null ? BesideColumns.ROW : leading.alias();
        var sql = order.sql();
        if (!sql.stream().allMatch(column -> column.startsWith(alias + "."))) {
            return Optional.empty();
        }
        var bare = sql.stream().map(BesideStatement::bare).toList();
        var hint = leading == null
                ? columns.indexes().hint(Set.of(), bare)
                : leading.indexes().hint(leading.kind(), bare);
        return hint.isEmpty() ? Optional.empty() : Optional.of(new Lead(leading, hint, ofOrder(), 0));
    }

    private static String bare(String column) {
        return column.substring(column.indexOf('.') + 1);
    }

    /** @param lead null where the database is left to itself */
    private Way way(Lead lead) {
        var values = new ArrayList<Object>();
        var tables = new ArrayList<String>();
        if (lead == null) {
            tables.add(columns.from() + " " + BesideColumns.ROW
                    + optional(null, columns.key().sql(), values));
        } else if (lead.neighbour() == null) {
            tables.add(leading(lead, values) + optional(lead, columns.key().sql(), values));
        } else {
            tables.add(leading(lead, values) + optional(lead, lead.neighbour().key(), values));
            tables.add(columns.from() + " " + BesideColumns.ROW
                    + columns.indexes().lookUp(Set.of(bare(columns.key().sql()))));
        }
        columns.neighbours().stream()
                .filter(needed::contains)
                .filter(neighbour -> lead == null || !neighbour.equals(lead.neighbour()))
                .forEach(neighbour -> tables.add(table(neighbour) + lookUp(lead, neighbour)));
        var wanted = wanted();
        values.addAll(wanted.values());
        return new Way(
                "SELECT " + selected() + " FROM " + (lead == null ? "" : FIXED) + String.join(", ", tables) + " WHERE "
                        + wanted.sql() + " ORDER BY " + String.join(", ", order.sql()) + " FETCH FIRST "
                        + query.limit() + " ROWS ONLY",
                values);
    }

    private String selected() {
        return order.columns().stream().map(ListColumn::sql).collect(Collectors.joining(", "));
    }

    private static String table(Neighbour neighbour) {
        return neighbour.table().table() + " " + neighbour.alias();
    }

    private static String lookUp(Lead lead, Neighbour neighbour) {
        var key = new HashSet<>(neighbour.kind());
        key.add(neighbour.table().key());
        return lead == null ? "" : neighbour.indexes().lookUp(key);
    }

    /**
     * The tables that may have no row for one that is wanted. They hang on the one that leads: Derby would make all of
     * a join further behind, for each row that leads.
     */
    private String optional(Lead lead, String key, List<Object> values) {
        var text = new StringBuilder();
        for (var neighbour : columns.neighbours()) {
            if (!needed.contains(neighbour)) {
                var its = of(neighbour);
                values.addAll(its.values());
                text.append(" LEFT JOIN " + table(neighbour) + lookUp(lead, neighbour) + " ON " + its.sql() + " AND "
                        + neighbour.key() + " = " + key);
            }
        }
        return text.toString();
    }

    private String leading(Lead lead, List<Object> values) {
        var table = lead.neighbour() == null
                ? columns.from()
                : lead.neighbour().table().table();
        var named = table + " " + lead.alias() + lead.hint();
        if (lead.most() == 0) {
            return named;
        }
        values.addAll(lead.its().values());
        return "(SELECT " + lead.alias() + ".* FROM " + named + " WHERE "
                + lead.its().sql() + " ORDER BY "
                + String.join(", ", order.sql()) + " FETCH FIRST " + lead.most() + " ROWS ONLY) "
                + lead.alias();
    }
}
