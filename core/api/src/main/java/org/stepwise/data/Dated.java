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
 * @param keyColumn what the setting is of, such as a tax code: its column in the table
 * @param keyName its name in the list
 */
public record Dated(String table, String keyColumn, String keyName) {
    /** Shows {@code PAST}, {@code NOW} or {@code COMING}. */
    public static final Column STATE =
            Column.choice("state", "valid_from", "PAST", "NOW", "COMING").shown();

    /** The page with the state of its rows, which show {@code validFrom} and the key. */
    public Page with(Page page, Sql sql, Id company, LocalDate today) {
        var keys = page.items().stream()
                .map(row -> row.get(keyName))
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
        var items = new ArrayList<Map<String, Object>>();
        for (var row : page.items()) {
            var more = new LinkedHashMap<>(row);
            more.put(STATE.name(), state(row, holding.get(row.get(keyName)), today));
            items.add(more);
        }
        return new Page(List.copyOf(items), page.next());
    }

    private static String state(Map<String, Object> row, LocalDate holding, LocalDate today) {
        var from = LocalDate.parse(row.get("validFrom").toString());
        if (from.isAfter(today)) {
            return "COMING";
        }
        return from.equals(holding) ? "NOW" : "PAST";
    }
}
