package org.stepwise.data.internal.list;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.stepwise.error.Rejected;
import org.stepwise.web.ListQuery;

/**
 * The order of a list, ended by its key so that no two rows are equal, and the place in it where a page ends. Both
 * databases sort an absent value as the greatest.
 */
final class SortOrder {
    private final List<Step> steps = new ArrayList<>();

    private record Step(ListColumn column, boolean descending) {}

    SortOrder(ListColumns columns, List<String> sort) {
        this(columns::sorted, columns.key(), sort);
    }

    /** @param key ends the order, and is what {@code id} means in it */
    SortOrder(Function<String, ListColumn> columns, ListColumn key, List<String> sort) {
        for (var name : sort) {
            var descending = name.startsWith("-");
            var plain = descending ? name.substring(1) : name;
            steps.add(new Step(plain.equals(key.name()) ? key : columns.apply(plain), descending));
        }
        if (steps.stream().noneMatch(step -> step.column().equals(key))) {
            // The same direction as the last one asked for, so that one index serves the whole order.
            var descending = !steps.isEmpty() && steps.get(steps.size() - 1).descending();
            steps.add(new Step(key, descending));
        }
    }

    List<ListColumn> columns() {
        return steps.stream().map(Step::column).toList();
    }

    List<String> sql() {
        return steps.stream()
                .map(step -> step.column().sql() + (step.descending() ? " DESC" : ""))
                .toList();
    }

    /** Whether what the filter wants is a stretch of this order, without anything in between that it does not want. */
    boolean serves(ListQuery.Filter filter) {
        return filter.column().equals(steps.get(0).column().name())
                && switch (filter.operator()) {
                    case EQ, LT, LE, GT, GE -> true;
                    case NE, IN, CONTAINS -> false;
                };
    }

    private String asked() {
        return steps.stream()
                .map(step -> (step.descending() ? "-" : "") + step.column().name())
                .collect(Collectors.joining(","));
    }

    /** The opaque key of the row that the cursor stands on. */
    String key(ResultSet row, ListColumns columns) throws SQLException {
        return key(row, columns::index);
    }

    /** @param index where a column stands in the result, from 1 */
    String key(ResultSet row, ToIntFunction<ListColumn> index) throws SQLException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(asked());
            for (var step : steps) {
                var text = Values.text(row, index.applyAsInt(step.column()), step.column());
                out.writeBoolean(text != null);
                out.writeUTF(text == null ? "" : text);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    private List<Object> place(String key) {
        try (var in = new DataInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(key)))) {
            if (!in.readUTF().equals(asked())) {
                throw unusable();
            }
            List<Object> values = new ArrayList<>();
            for (var step : steps) {
                var present = in.readBoolean();
                var text = in.readUTF();
                values.add(present ? Values.typed(step.column(), text) : null);
            }
            return values;
        } catch (IOException | IllegalArgumentException notOurs) {
            throw unusable();
        }
    }

    private static Rejected unusable() {
        return new Rejected(
                "erp.list.after-unusable",
                "\"after\" is not the \"next\" of a page of this list in this order: start again without it",
                Map.of("after", "not of this list and order"));
    }

    /** Leaves out the row of the key and all before it: equal in the first columns and beyond in the next one. */
    void continueAfter(String key, Conditions conditions) {
        var place = place(key);
        begin(place.get(0), conditions);
        List<String> ways = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        var equal = "";
        List<Object> equalValues = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            var sql = steps.get(i).column().sql();
            var value = place.get(i);
            var beyond = beyond(steps.get(i), value);
            if (beyond != null) {
                ways.add("(" + equal + beyond + ")");
                values.addAll(equalValues);
                if (beyond.contains("?")) {
                    values.add(value);
                }
            }
            equal += sql + (value == null ? " IS NULL AND " : " = ? AND ");
            if (value != null) {
                equalValues.add(value);
            }
        }
        conditions.and(String.join(" OR ", ways), values);
    }

    /** Where an index begins to read, and no more. */
    void beginAfter(String key, Conditions conditions) {
        begin(place(key).get(0), conditions);
    }

    /** Where an index begins to read: without it a page deep in the list would read all rows before it too. */
    private void begin(Object value, Conditions conditions) {
        var first = steps.get(0);
        if (value != null && (first.descending() || !first.column().nullable())) {
            conditions.and(first.column().sql() + (first.descending() ? " <= ?" : " >= ?"), List.of(value));
        }
    }

    private static String beyond(Step step, Object value) {
        var sql = step.column().sql();
        if (step.descending()) {
            return value == null ? sql + " IS NOT NULL" : sql + " < ?";
        }
        if (value == null) {
            return null;
        }
        return step.column().nullable() ? "(" + sql + " > ? OR " + sql + " IS NULL)" : sql + " > ?";
    }
}
