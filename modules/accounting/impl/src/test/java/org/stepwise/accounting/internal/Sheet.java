package org.stepwise.accounting.internal;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;

/** In place of a database: notes what is written to which table, and answers what it was told to. */
public final class Sheet implements Sql {
    private final Map<String, List<Object[]>> written = new LinkedHashMap<>();
    private final Map<String, List<Object[]>> answers = new LinkedHashMap<>();

    /** What the queries that contain the text find, in this order. */
    public Sheet answering(String query, Object[]... rows) {
        answers.put(query, List.of(rows));
        return this;
    }

    /** The rows written by statements that begin so, values in the order of the statement. */
    public List<List<Object>> written(String statement) {
        var found = new ArrayList<List<Object>>();
        written.forEach((sql, rows) -> {
            if (sql.startsWith(statement)) {
                rows.forEach(row -> found.add(Arrays.asList(row)));
            }
        });
        return found;
    }

    @Override
    public <T> List<T> list(Row<T> row, String query, Object... values) {
        if (Arrays.stream(values).anyMatch(value -> value instanceof Collection<?> in && in.isEmpty())) {
            return List.of();
        }
        var found = new ArrayList<T>();
        answers.forEach((part, rows) -> {
            if (query.contains(part)) {
                rows.forEach(each -> found.add(read(row, each)));
            }
        });
        return found;
    }

    private static <T> T read(Row<T> row, Object[] values) {
        try {
            return row.read((ResultSet) Proxy.newProxyInstance(
                    Sheet.class.getClassLoader(),
                    new Class<?>[] {ResultSet.class},
                    (proxy, method, arguments) -> column(method.getName(), values[(int) arguments[0] - 1])));
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object column(String method, Object value) {
        if (value == null) {
            return null;
        }
        return switch (method) {
            case "getLong" -> value instanceof Id id ? id.value() : ((Number) value).longValue();
            case "getDate" -> Date.valueOf((LocalDate) value);
            case "getBigDecimal" -> new BigDecimal(value.toString());
            default -> value.toString();
        };
    }

    @Override
    public int write(String statement, Object... values) {
        return batch(statement, List.<Object[]>of(values))[0];
    }

    /** Nothing is there before, so that whoever changes a row adds it. */
    @Override
    public int[] batch(String statement, Collection<Object[]> values) {
        var adds = statement.startsWith("INSERT");
        if (!values.isEmpty() && (adds || !answers.isEmpty())) {
            written.computeIfAbsent(statement, unheard -> new ArrayList<>()).addAll(values);
        }
        var changed = new int[values.size()];
        Arrays.fill(changed, adds ? 1 : 0);
        return changed;
    }
}
