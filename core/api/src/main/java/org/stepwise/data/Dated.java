package org.stepwise.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwise.web.Column;
import org.stepwise.web.Page;

/**
 * Lists of dated settings, a row for each day from which one holds: which of them holds today, and which is coming.
 *
 * @param table such as {@code masterdata.tax_rate}; has the columns {@code company} and {@code valid_from}
 * @param keyColumn what the setting is of, such as a tax code: its column in the table; null when it is of the company
 * @param keyName its name in the list, null with it
 * @param more what it is of beside that: columns that the list calls by the same name, and that may be null
 */
public record Dated(String table, String keyColumn, String keyName, List<String> more) {
    /** Settings of what one column says. */
    public Dated(String table, String keyColumn, String keyName) {
        this(table, keyColumn, keyName, List.of());
    }

    /** Shows {@code PAST}, {@code NOW} or {@code COMING}. */
    public static final Column STATE =
            Column.choice("state", "valid_from", "PAST", "NOW", "COMING").shown();

    /** Settings of the company as a whole: one of them holds. */
    public static Dated ofCompany(String table) {
        return new Dated(table, null, null);
    }

    /** The page with the state of its rows, which show {@code validFrom} and the key. */
    public Page with(Page page, Sql sql, Id company, LocalDate today) {
        var holding = keyColumn == null ? ofCompany(sql, company, today) : byKey(page, sql, company, today);
        var items = new ArrayList<Map<String, Object>>();
        for (var row : page.items()) {
            var more = new LinkedHashMap<>(row);
            more.put(STATE.name(), state(row, holding.get(key(row)), today));
            items.add(more);
        }
        return new Page(List.copyOf(items), page.next());
    }

    private Object key(Map<String, Object> row) {
        return keyName == null ? null : keys(row.get(keyName), more.stream().map(row::get));
    }

    private static List<Object> keys(Object first, Stream<Object> others) {
        return Stream.concat(Stream.of(first), others).collect(Collectors.toCollection(ArrayList::new));
    }

    private Map<Object, LocalDate> ofCompany(Sql sql, Id company, LocalDate today) {
        var holding = new HashMap<Object, LocalDate>();
        sql.list(
                row -> holding.put(
                        null, row.getDate(1) == null ? null : row.getDate(1).toLocalDate()),
                "SELECT MAX(valid_from) FROM " + table + " WHERE company = ? AND valid_from <= ?",
                company,
                today);
        return holding;
    }

    private Map<Object, LocalDate> byKey(Page page, Sql sql, Id company, LocalDate today) {
        var keys = page.items().stream()
                .map(row -> row.get(keyName))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var holding = new HashMap<Object, LocalDate>();
        var columns = Stream.concat(Stream.of(keyColumn), more.stream()).collect(Collectors.joining(", "));
        sql.list(
                row -> {
                    var others = new ArrayList<Object>();
                    for (int i = 0; i < more.size(); i++) {
                        others.add(row.getString(i + 3));
                    }
                    return holding.put(
                            keys(row.getString(2), others.stream()),
                            row.getDate(1).toLocalDate());
                },
                "SELECT MAX(valid_from), " + columns + " FROM " + table + " WHERE company = ? AND valid_from <= ? AND "
                        + keyColumn + " IN (?) GROUP BY " + columns,
                company,
                today,
                keys);
        return holding;
    }

    private static String state(Map<String, Object> row, LocalDate holding, LocalDate today) {
        var from = LocalDate.parse(row.get("validFrom").toString());
        if (from.isAfter(today)) {
            return "COMING";
        }
        return from.equals(holding) ? "NOW" : "PAST";
    }
}
