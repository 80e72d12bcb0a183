package org.stepwise.data.internal.list;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwise.data.Id;
import org.stepwise.web.ListQuery;
import org.stepwise.web.ListQuery.Filter;
import org.stepwise.web.ListQuery.Operator;
import org.stepwise.web.ValueType;

/** The SQL of one page, in one or more ways to find its rows. */
final class SelectStatement {
    /** Rows that are looked through in order before all are sorted: a few milliseconds. */
    static final int LOOKED_THROUGH = 2_000;

    private final ListColumns columns;
    private final SortOrder order;
    private final int rows;
    private final Conditions stretch;
    private final Conditions picked;
    private final Set<ListColumn> equal = new LinkedHashSet<>();
    private boolean onlyEqual = true;

    SelectStatement(ListColumns columns, Id company, ListQuery query) {
        this.columns = columns;
        this.order = new SortOrder(columns, query.sort());
        this.rows = query.limit() + 1;
        this.stretch = Conditions.ofCompany(company);
        this.picked = new Conditions(company);
        query.filters().forEach(this::filter);
        if (query.after() != null && !query.after().isBlank()) {
            order.continueAfter(query.after(), stretch);
        }
    }

    /** Some filters leave a stretch of the order, others pick rows from it. */
    private void filter(Filter filter) {
        var column = columns.filtered(filter.column());
        if (order.serves(filter)) {
            stretch.and(filter, column);
            return;
        }
        picked.and(filter, column);
        if (filter.operator() == Operator.EQ
                && column.named() == null
                && filter.value() != null
                && !filter.value().isEmpty()) {
            equal.add(column);
        } else {
            onlyEqual = false;
        }
    }

    SortOrder order() {
        return order;
    }

    /** How many it asks for. */
    int rows() {
        return rows;
    }

    /** To be tried in turn: the last one finds all rows; one before it is as good if it finds enough. */
    List<String> ways(SortIndexes indexes) {
        var linked = fewest(indexes, equal.stream().filter(columns::links));
        if (!linked.isEmpty()) {
            return List.of(sorted(columns.from() + linked));
        }
        var names = equal.stream().map(ListColumn::sql).collect(Collectors.toSet());
        var direct = onlyEqual ? indexes.hint(names, order.sql()) : "";
        if (picked.isEmpty() || !direct.isEmpty()) {
            return List.of(sorted(columns.from() + direct));
        }
        var inOrder = indexes.hint(Set.of(), order.sql());
        return inOrder.isEmpty()
                ? List.of(sorted(columns.from()))
                : List.of(lookedThrough(columns.from() + inOrder), sorted(columns.from() + fewest(indexes)));
    }

    /** The index that leaves the fewest rows to sort: a choice or a flag may leave nearly all. */
    private String fewest(SortIndexes indexes) {
        return fewest(
                indexes,
                Stream.concat(
                        equal.stream().filter(column -> !hasFewValues(column)),
                        equal.stream().filter(SelectStatement::hasFewValues)));
    }

    private static String fewest(SortIndexes indexes, Stream<ListColumn> inTurn) {
        return inTurn.map(column -> indexes.hint(Set.of(column.sql()), List.of()))
                .filter(hint -> !hint.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static boolean hasFewValues(ListColumn column) {
        return column.type() == ValueType.CHOICE || column.type() == ValueType.FLAG;
    }

    private String sorted(String table) {
        return select(table + " WHERE " + stretch.sql() + (picked.isEmpty() ? "" : " AND " + picked.sql()), rows);
    }

    private String lookedThrough(String table) {
        var first = select(table + " WHERE " + stretch.sql(), LOOKED_THROUGH);
        return select("(" + first + ") looked_through WHERE " + picked.sql(), rows);
    }

    private String select(String from, int most) {
        return "SELECT " + columns.sql() + " FROM " + from + " ORDER BY " + String.join(", ", order.sql())
                + " FETCH FIRST " + most + " ROWS ONLY";
    }

    /** The parameters stand in the same order whichever way it is. */
    void bind(PreparedStatement statement) throws SQLException {
        picked.bind(statement, stretch.bind(statement, 1));
    }
}
