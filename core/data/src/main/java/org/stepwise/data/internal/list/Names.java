package org.stepwise.data.internal.list;

import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.web.ListQuery;
import org.stepwise.web.ListQuery.Filter;
import org.stepwise.web.ListQuery.Operator;
import org.stepwise.web.Page;

/** Names of what rows hold the ids of: looked up for the rows of a page, and searched for before the rows are. */
final class Names {
    private static final int MOST_IDS = 500;
    private static final Id NOTHING = new Id(0);

    private final Sql sql;

    Names(Sql sql) {
        this.sql = sql;
    }

    /** Filters by a name become filters by ids, which have an index; what is called so too often is left as it is. */
    ListQuery looked(ListColumns columns, Id company, ListQuery query) {
        if (columns.named().isEmpty()) {
            return query;
        }
        List<Filter> filters = new ArrayList<>();
        query.filters().forEach(filter -> filters.add(looked(columns, company, filter)));
        return new ListQuery(query.limit(), query.after(), query.sort(), filters);
    }

    private Filter looked(ListColumns columns, Id company, Filter filter) {
        var column = columns.filtered(filter.column());
        var value = filter.value();
        if (column.named() == null || value == null || value.isEmpty() || filter.operator() == Operator.NE) {
            return filter;
        }
        var those = new Conditions(company).those(filter, column);
        var ids = sql.list(
                row -> new Id(row.getLong(1)),
                "SELECT " + column.named().key() + " FROM " + column.named().table() + " WHERE " + those.sql()
                        + " FETCH FIRST " + (MOST_IDS + 1) + " ROWS ONLY",
                those.values().toArray());
        if (ids.size() > MOST_IDS) {
            return filter;
        }
        var found = ids.isEmpty() ? List.of(NOTHING) : ids;
        return new Filter(
                columns.leading(column).name(),
                found.size() == 1 ? Operator.EQ : Operator.IN,
                found.stream().map(Id::toString).collect(Collectors.joining(",")));
    }

    Page shown(ListColumns columns, Id company, Page page) {
        if (columns.allShown() || page.items().isEmpty()) {
            return page;
        }
        Map<String, Map<Object, String>> texts = new HashMap<>();
        columns.named().stream()
                .collect(Collectors.groupingBy(column -> Place.of(column, columns), LinkedHashMap::new, toList()))
                .forEach((place, named) -> texts.putAll(texts(company, place, named, page)));
        List<Map<String, Object>> items = new ArrayList<>();
        for (var row : page.items()) {
            Map<String, Object> item = new LinkedHashMap<>();
            columns.shown().forEach(name -> item.put(name, row.get(name)));
            columns.named()
                    .forEach(column -> item.put(
                            column.name(),
                            texts.get(column.name())
                                    .get(row.get(columns.leading(column).name()))));
            items.add(item);
        }
        return new Page(items, page.next());
    }

    /** Where texts stand that are looked up together. */
    private record Place(String table, String key, String leading) {
        static Place of(ListColumn column, ListColumns columns) {
            return new Place(
                    column.named().table(),
                    column.named().key(),
                    columns.leading(column).name());
        }
    }

    private static List<Id> ids(Page page, String leading) {
        return page.items().stream()
                .map(row -> row.get(leading))
                .filter(Objects::nonNull)
                .map(id -> Id.parse(id.toString()))
                .distinct()
                .toList();
    }

    private Map<String, Map<Object, String>> texts(Id company, Place place, List<ListColumn> named, Page page) {
        Map<String, Map<Object, String>> texts = new HashMap<>();
        named.forEach(column -> texts.put(column.name(), new HashMap<>()));
        var selected = named.stream().map(column -> column.named().column()).collect(Collectors.joining(", "));
        sql.list(
                row -> {
                    var id = new Id(row.getLong(1)).toString();
                    for (int i = 0; i < named.size(); i++) {
                        texts.get(named.get(i).name()).put(id, row.getString(i + 2));
                    }
                    return id;
                },
                "SELECT " + place.key() + ", " + selected + " FROM " + place.table() + " WHERE company = ? AND "
                        + place.key() + " IN (?)",
                company,
                ids(page, place.leading()));
        return texts;
    }
}
