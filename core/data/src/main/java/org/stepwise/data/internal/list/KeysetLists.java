package org.stepwise.data.internal.list;

import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Lists;
import org.stepwise.data.Sql;
import org.stepwise.data.TableList;
import org.stepwise.data.Transactions;
import org.stepwise.data.internal.list.ListColumns.SqlColumn;
import org.stepwise.error.Rejected;
import org.stepwise.text.Collation;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;

/** Pages by key: a page costs the same however far down the list it is, and rows added meanwhile shift nothing. */
@Component
public final class KeysetLists implements Lists {
    private static final int MOST_ROWS = 500;
    private static final String NO_SUCH_INDEX = "42Y46";

    private final Transactions transactions;
    private final Names names;
    private final Words words;
    private final Map<String, Map<String, SqlColumn>> knownColumns = new ConcurrentHashMap<>();
    private final Map<String, SortIndexes> knownIndexes = new ConcurrentHashMap<>();

    @Activate
    public KeysetLists(@Reference Transactions transactions, @Reference Sql sql, @Reference Collation collation) {
        this.transactions = transactions;
        this.names = new Names(sql);
        this.words = new Words(collation);
    }

    @Override
    public Page page(TableList list, Id company, ListQuery query) {
        if (query.limit() < 1 || query.limit() > MOST_ROWS) {
            throw new Rejected(
                    "erp.list.limit",
                    "a page has 1 to " + MOST_ROWS + " rows, not " + query.limit(),
                    Map.of("limit", "1 to " + MOST_ROWS));
        }
        return transactions.call(() -> {
            try (var connection = transactions.connection()) {
                return readOrAgain(connection, list, company, query);
            } catch (SQLException failure) {
                throw new IllegalStateException("the list " + list.from() + " cannot be read", failure);
            }
        });
    }

    /** An index may have gone since it was looked up: then it is looked up again. */
    private Page readOrAgain(Connection connection, TableList list, Id company, ListQuery query) throws SQLException {
        try {
            return read(connection, list, company, query);
        } catch (SQLException failure) {
            if (!NO_SUCH_INDEX.equals(failure.getSQLState())) {
                throw failure;
            }
            knownIndexes.clear();
            return read(connection, list, company, query);
        }
    }

    private Page read(Connection connection, TableList list, Id company, ListQuery asked) throws SQLException {
        var columns = new ListColumns(list, columns(connection, list));
        var beside = new BesideRows.Asked(asked);
        if (beside.isEmpty()) {
            var query = names.looked(columns, company, words.asKeys(columns, company, asked));
            return names.shown(columns, company, read(connection, list, columns, company, query));
        }
        var own = names.looked(columns, company, words.asKeys(columns, company, beside.own()));
        var rows = new BesideRows(connection, list, columns, company);
        var page = rows.page(this, beside.open(connection, this), beside.with(own));
        return names.shown(columns, company, page);
    }

    private Page read(Connection connection, TableList list, ListColumns columns, Id company, ListQuery query)
            throws SQLException {
        var statement = new SelectStatement(columns, company, query);
        if (list.base() != null) {
            var table = list.base().table();
            var base = new BaseRows(list, columns, columns(connection, table), indexes(connection, table));
            var page = base.page(connection, company, query);
            if (page.isPresent()) {
                return page.get();
            }
        }
        PageRows page = null;
        for (var way : statement.ways(indexes(connection, list.from()))) {
            page = new PageRows(columns, statement.order(), query.limit());
            try (var prepared = connection.prepareStatement(way)) {
                statement.bind(prepared);
                try (var rows = prepared.executeQuery()) {
                    page.take(rows);
                }
            }
            if (page.more()) {
                return page.page();
            }
        }
        return page.page();
    }

    SortIndexes indexes(Connection connection, String table) throws SQLException {
        var known = knownIndexes.get(table);
        if (known == null) {
            known = SortIndexes.of(connection, table);
            knownIndexes.put(table, known);
        }
        return known;
    }

    /** As they are known, unless the table has come to have more since they were looked up. */
    private Map<String, SqlColumn> columns(Connection connection, TableList list) throws SQLException {
        var known = columns(connection, list.from());
        if (list.columns().stream()
                .allMatch(column -> known.containsKey(column.sql().toLowerCase(Locale.ROOT)))) {
            return known;
        }
        knownColumns.remove(list.from());
        knownIndexes.remove(list.from());
        return columns(connection, list.from());
    }

    /** Every column of the table, by name in lower case. */
    Map<String, SqlColumn> columns(Connection connection, String table) throws SQLException {
        var known = knownColumns.get(table);
        if (known != null) {
            return known;
        }
        Map<String, SqlColumn> found = new LinkedHashMap<>();
        try (var statement = connection.createStatement();
                var nothing = statement.executeQuery("SELECT * FROM " + table + " WHERE 1 = 0")) {
            var columns = nothing.getMetaData();
            for (int column = 1; column <= columns.getColumnCount(); column++) {
                var nullable = columns.isNullable(column) != ResultSetMetaData.columnNoNulls;
                found.put(
                        columns.getColumnName(column).toLowerCase(Locale.ROOT),
                        new SqlColumn(columns.getColumnType(column), nullable));
            }
        }
        knownColumns.put(table, Map.copyOf(found));
        return found;
    }
}
