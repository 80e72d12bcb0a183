package org.stepwise.data.internal.list;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepwise.data.Id;
import org.stepwise.data.TableList;
import org.stepwise.data.internal.list.ListColumns.SqlColumn;
import org.stepwise.web.Column;
import org.stepwise.web.ListQuery;
import org.stepwise.web.ListQuery.Filter;
import org.stepwise.web.ListQuery.Operator;
import org.stepwise.web.Page;
import org.stepwise.web.ValueType;

/**
 * A page of a view, found in the table behind it: first which rows come next, then each of them by its key. Derby would
 * make all rows of the view and sort them.
 */
final class BaseRows {
    private final ListColumns shown;
    private final ListColumns columns;
    private final TableList.Base base;
    private final SortIndexes indexes;

    BaseRows(TableList list, ListColumns shown, Map<String, SqlColumn> found, SortIndexes indexes) {
        this.shown = shown;
        this.base = list.base();
        this.indexes = indexes;
        List<Column> both = new ArrayList<>(list.columns().stream()
                .filter(column -> found.containsKey(column.sql()))
                .toList());
        base.kind().keySet().forEach(column -> both.add(Column.of(column, ValueType.TEXT, column)));
        this.columns = new ListColumns(new TableList(base.table(), base.key(), both), found);
    }

    /**
     * Empty where the database needs no such help, where the order is not that of columns of the table, and where what
     * is filtered by is not in the table and too little of it comes soon.
     */
    Optional<Page> page(Connection connection, Id company, ListQuery query) throws SQLException {
        if (!indexes.known() || !query.sort().stream().map(BaseRows::name).allMatch(columns::holds)) {
            return Optional.empty();
        }
        var here = new ArrayList<>(query.filters());
        here.removeIf(filter -> !columns.holds(filter.column()));
        base.kind().forEach((column, value) -> here.add(new Filter(column, Operator.EQ, value)));
        var elsewhere = new ArrayList<>(query.filters());
        elsewhere.removeIf(filter -> columns.holds(filter.column()));
        var rows = new PageRows(shown, new SortOrder(shown, query.sort()), query.limit());
        int most = elsewhere.isEmpty() && base.all() ? query.limit() + 1 : SelectStatement.LOOKED_THROUGH;
        var keys = keys(
                connection,
                new SelectStatement(columns, company, new ListQuery(most - 1, query.after(), query.sort(), here)));
        read(connection, keys, wanted(company, elsewhere), rows);
        return rows.more() || keys.size() < most ? Optional.of(rows.page()) : Optional.empty();
    }

    private static String name(String sort) {
        return sort.startsWith("-") ? sort.substring(1) : sort;
    }

    private List<Long> keys(Connection connection, SelectStatement statement) throws SQLException {
        List<Long> keys = new ArrayList<>();
        for (var way : statement.ways(indexes)) {
            keys.clear();
            try (var prepared = connection.prepareStatement(way)) {
                statement.bind(prepared);
                try (var rows = prepared.executeQuery()) {
                    while (rows.next()) {
                        keys.add(rows.getLong(1));
                    }
                }
            }
            if (keys.size() == statement.rows()) {
                return keys;
            }
        }
        return keys;
    }

    private Conditions wanted(Id company, List<Filter> filters) {
        var wanted = Conditions.ofCompany(company);
        filters.forEach(filter -> wanted.and(filter, shown.filtered(filter.column())));
        return wanted;
    }

    /** One at a time, for of a list of keys Derby makes a scan. */
    private void read(Connection connection, List<Long> keys, Conditions wanted, PageRows page) throws SQLException {
        try (var prepared = connection.prepareStatement("SELECT " + shown.sql() + " FROM " + shown.from() + " WHERE "
                + wanted.sql() + " AND " + shown.key().sql() + " = ?")) {
            int last = wanted.bind(prepared, 1);
            for (int i = 0; i < keys.size() && !page.more(); i++) {
                prepared.setLong(last, keys.get(i));
                try (var row = prepared.executeQuery()) {
                    page.take(row);
                }
            }
        }
    }
}
