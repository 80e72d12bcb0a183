package org.stepwise.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stepwise.web.Column;
import org.stepwise.web.Page;

/**
 * Lists of dated settings, a row for each day from which one holds: which of them holds today, and which is coming.
 *
 * @param table such as {@code masterdata.tax_rate}; has the columns {@code company} and {@code valid_from}
 * @param keyColumn what the setting is of, such as a tax code: its column in the table; null when it is of the company
 * @param keyName its name in the list, null with it
 */
public record Dated(String table, String keyColumn, String keyName) {
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
        return keyName == null ? null : row.get(keyName);
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
                .map(this::key)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var holding = new HashMap<Object, LocalDate>();
        sql.list(
                row -> holding.put(row.getString(1), row.getDate(2).toLocalDate()),
                "SELECT " + keyColumn + ", MAX(valid_from) FROM " + table
                        + " WHERE company = ? AND valid_from <= ? AND " + keyColumn + " IN (?) GROUP BY " + keyColumn,
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
