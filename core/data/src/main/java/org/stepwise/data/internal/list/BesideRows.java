package org.stepwise.data.internal.list;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwise.data.Id;
import org.stepwise.data.TableList;
import org.stepwise.data.internal.list.BesideColumns.Neighbour;
import org.stepwise.data.internal.list.BesideStatement.Stretch;
import org.stepwise.data.internal.list.BesideStatement.Way;
import org.stepwise.web.Beside;
import org.stepwise.web.Column;
import org.stepwise.web.ListQuery;
import org.stepwise.web.ListQuery.Filter;
import org.stepwise.web.ListQuery.Operator;
import org.stepwise.web.Page;
import org.stepwise.web.ValueType;

/**
 * A page of a list, found with tables beside it: first which rows come next, then these rows by their keys. So the
 * list's own table or view is read as it always is, whatever else has led there.
 */
final class BesideRows {
    /** Before the key of a page that ends among rows without a value; no key begins so. */
    private static final String EMPTY = "~";

    private final Connection connection;
    private final TableList list;
    private final ListColumns shown;
    private final Id company;

    BesideRows(Connection connection, TableList list, ListColumns shown, Id company) {
        this.connection = connection;
        this.list = list;
        this.shown = shown;
        this.company = company;
    }

    /** What a query asks of the list's own columns, and what of columns in tables beside it. */
    static final class Asked {
        private final ListQuery asked;
        private final Map<String, Beside> byColumn = new LinkedHashMap<>();

        Asked(ListQuery asked) {
            this.asked = asked;
            var named = Stream.concat(
                            asked.sort().stream().map(Asked::plain),
                            asked.filters().stream().map(ListQuery.Filter::column))
                    .collect(Collectors.toSet());
            asked.beside().forEach(table -> table.columns().stream()
                    .filter(column -> named.contains(column.name()))
                    .forEach(column -> byColumn.put(column.name(), table)));
        }

        static String plain(String sort) {
            return sort.startsWith("-") ? sort.substring(1) : sort;
        }

        boolean isEmpty() {
            return byColumn.isEmpty();
        }

        /** What the query asks of the list's own columns. */
        ListQuery own() {
            var sort = asked.sort().stream().filter(each -> !has(plain(each))).toList();
            var filters = asked.filters().stream()
                    .filter(filter -> !has(filter.column()))
                    .toList();
            return new ListQuery(asked.limit(), null, sort, filters);
        }

        /** The whole of it again, once names among the own filters are looked up. */
        ListQuery with(ListQuery own) {
            var filters = new ArrayList<>(own.filters());
            asked.filters().stream().filter(filter -> has(filter.column())).forEach(filters::add);
            return new ListQuery(asked.limit(), asked.after(), asked.sort(), filters);
        }

        private boolean has(String column) {
            return byColumn.containsKey(column);
        }

        List<Neighbour> open(Connection connection, KeysetLists catalogue) throws SQLException {
            List<Neighbour> open = new ArrayList<>();
            for (var table : Set.copyOf(byColumn.values())) {
                open.add(new Neighbour(
                        "b" + open.size(),
                        table,
                        catalogue.columns(connection, table.table()),
                        catalogue.indexes(connection, table.table())));
            }
            return open;
        }
    }

    /** A row of the page, and the key of a page that ends with it. */
    private record Place(long key, String next) {}

    Page page(KeysetLists catalogue, List<Neighbour> neighbours, ListQuery query) throws SQLException {
        var base = base(catalogue, query, neighbours);
        var kinds = new ArrayList<>(query.filters());
        if (base) {
            list.base().kind().forEach((column, value) -> kinds.add(new Filter(column, Operator.EQ, value)));
        }
        var columns = new BesideColumns(
                base ? baseColumns(catalogue) : shown,
                catalogue.indexes(connection, base ? list.base().table() : list.from()),
                neighbours);
        var places = places(columns, new ListQuery(query.limit() + 1, blankToNull(query.after()), query.sort(), kinds));
        var more = places.size() > query.limit();
        var here = more ? places.subList(0, query.limit()) : places;
        return new Page(rows(here), more ? here.get(here.size() - 1).next() : null);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** Whether the table behind a view can lead: it has all columns asked for, and shows all its rows. */
    private boolean base(KeysetLists catalogue, ListQuery query, List<Neighbour> neighbours) throws SQLException {
        if (list.base() == null || !list.base().all()) {
            return false;
        }
        var columns = baseColumns(catalogue);
        var beside = new BesideColumns(columns, new SortIndexes(Map.of()), neighbours);
        return query.sort().stream()
                        .map(Asked::plain)
                        .allMatch(name -> beside.home(name).isPresent() || columns.holds(name))
                && query.filters().stream()
                        .map(Filter::column)
                        .allMatch(name -> beside.home(name).isPresent() || columns.holds(name));
    }

    private ListColumns baseColumns(KeysetLists catalogue) throws SQLException {
        var base = list.base();
        var found = catalogue.columns(connection, base.table());
        List<Column> both = new ArrayList<>(list.columns().stream()
                .filter(column -> found.containsKey(column.sql()))
                .toList());
        base.kind().keySet().forEach(column -> both.add(Column.of(column, ValueType.TEXT, column)));
        return new ListColumns(new TableList(base.table(), base.key(), both), found);
    }

    private List<Place> places(BesideColumns columns, ListQuery query) throws SQLException {
        var first = query.sort().isEmpty() ? null : query.sort().get(0);
        if (first == null || columns.home(Asked.plain(first)).isEmpty()) {
            return find(new BesideStatement(columns, company, query, Stretch.ALL, null), "");
        }
        var by = Asked.plain(first);
        var behind = query.after() != null && query.after().startsWith(EMPTY);
        List<Place> places = new ArrayList<>();
        if (!behind) {
            places.addAll(find(new BesideStatement(columns, company, query, Stretch.VALUED, by), ""));
        }
        if (places.size() < query.limit()) {
            var sort = query.sort().size() > 1
                    ? query.sort().subList(1, query.sort().size())
                    : List.of(first.startsWith("-") ? "-id" : "id");
            var rest = new ListQuery(
                    query.limit() - places.size(),
                    behind ? query.after().substring(EMPTY.length()) : null,
                    sort,
                    query.filters());
            places.addAll(find(new BesideStatement(columns, company, rest, Stretch.EMPTY, by), EMPTY));
        }
        return places;
    }

    private List<Place> find(BesideStatement statement, String mark) throws SQLException {
        List<Place> places = List.of();
        for (var way : statement.ways(this::count)) {
            places = places(statement, way, mark);
            if (places.size() == statement.rows()) {
                return places;
            }
        }
        return places;
    }

    private List<Place> places(BesideStatement statement, Way way, String mark) throws SQLException {
        List<Place> places = new ArrayList<>();
        var selected = statement.order().columns();
        try (var prepared = prepared(way);
                var rows = prepared.executeQuery()) {
            while (rows.next()) {
                var next = mark + statement.order().key(rows, column -> selected.indexOf(column) + 1);
                places.add(new Place(rows.getLong(selected.size()), next));
            }
        }
        return places;
    }

    private int count(Way way) throws SQLException {
        try (var prepared = prepared(way);
                var rows = prepared.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private PreparedStatement prepared(Way way) throws SQLException {
        var prepared = connection.prepareStatement(way.sql());
        int next = 1;
        for (var value : way.values()) {
            prepared.setObject(next++, value);
        }
        return prepared;
    }

    private List<Map<String, Object>> rows(List<Place> places) throws SQLException {
        var found = new HashMap<Long, Map<String, Object>>();
        // Of a list of keys Derby makes a scan: it is asked for one at a time.
        var embedded = connection.getMetaData().getDatabaseProductName().contains("Derby");
        int step = embedded ? 1 : Math.max(1, places.size());
        var marks = String.join(", ", Collections.nCopies(step, "?"));
        var key = shown.index(shown.key());
        try (var prepared = connection.prepareStatement("SELECT " + shown.sql() + " FROM " + shown.from()
                + " WHERE company = ? AND " + shown.key().sql() + " IN (" + marks + ")")) {
            prepared.setLong(1, company.value());
            for (int from = 0; from < places.size(); from += step) {
                for (int i = 0; i < step; i++) {
                    prepared.setLong(i + 2, places.get(from + i).key());
                }
                try (var rows = prepared.executeQuery()) {
                    while (rows.next()) {
                        found.put(rows.getLong(key), PageRows.item(rows, shown));
                    }
                }
            }
        }
        return places.stream()
                .map(place -> found.get(place.key()))
                .filter(row -> row != null)
                .toList();
    }
}
