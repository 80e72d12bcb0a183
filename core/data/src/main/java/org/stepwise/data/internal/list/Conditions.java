package org.stepwise.data.internal.list;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;
import org.stepwise.web.ListQuery.Filter;
import org.stepwise.web.ListQuery.Operator;

/** What rows must fulfil, all of it. Names come from the list's description only, values are parameters only. */
final class Conditions {
    private static final int MOST_VALUES = 500;

    private final Id company;
    private final List<String> texts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Conditions(Id company) {
        this.company = company;
    }

    /** Begins with the rows of the company. */
    static Conditions ofCompany(Id company) {
        var conditions = new Conditions(company);
        conditions.and("company = ?", List.of(company.value()));
        return conditions;
    }

    void and(String condition, List<Object> parameters) {
        texts.add(condition);
        values.addAll(parameters);
    }

    void and(Filter filter, ListColumn column) {
        requireFits(filter.operator(), column);
        var value = filter.value() == null ? "" : filter.value();
        if (column.named() != null) {
            called(filter.operator(), value, column);
            return;
        }
        if (value.isEmpty()) {
            none(column, filter.operator());
            return;
        }
        switch (filter.operator()) {
            case IN -> among(column, value);
            case CONTAINS -> and("LOWER(" + column.sql() + ") LIKE ? ESCAPE '!'", List.of(pattern(value)));
            case NE -> and(column.sql() + " <> ? OR " + column.sql() + " IS NULL", typed(column, value));
            default -> and(column.sql() + " " + sign(filter.operator()) + " ?", typed(column, value));
        }
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** In the order of their question marks. */
    List<Object> values() {
        return values;
    }

    /** For {@code WHERE}; at least one condition stands in it. */
    String sql() {
        return "(" + String.join(") AND (", texts) + ")";
    }

    /** Sets its parameters from this one on; returns the next. */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int next = first;
        for (var value : values) {
            statement.setObject(next++, value);
        }
        return next;
    }

    private static void requireFits(Operator operator, ListColumn column) {
        var fits =
                switch (operator) {
                    case EQ, NE, IN -> true;
                    case CONTAINS ->
                        switch (column.type()) {
                            case TEXT -> true;
                            default -> false;
                        };
                    case LT, LE, GT, GE ->
                        switch (column.type()) {
                            case FLAG, CHOICE, REFERENCE -> false;
                            default -> true;
                        };
                };
        if (!fits) {
            throw new Rejected(
                    "erp.list.operator-unfit",
                    "\"" + column.name() + "\" cannot be compared by " + operator + ": use EQ, NE or IN",
                    Map.of(column.name(), "no " + operator));
        }
    }

    /** Rows by the name of what they lead to; where a name is not wanted, rows that lead nowhere are. */
    private void called(Operator operator, String value, ListColumn column) {
        if (operator == Operator.CONTAINS && value.isEmpty()) {
            return;
        }
        var wantsNone = value.isEmpty() && (operator == Operator.EQ || operator == Operator.IN);
        var unlike = operator == Operator.NE && !value.isEmpty();
        var among = wantsNone ? Operator.NE : unlike ? Operator.EQ : operator;
        var those = those(new Filter(column.name(), among, value), column);
        var ids = " IN (SELECT " + column.named().key() + " FROM "
                + column.named().table() + " WHERE " + those.sql() + ")";
        and(
                wantsNone || unlike ? column.sql() + " IS NULL OR " + column.sql() + " NOT" + ids : column.sql() + ids,
                those.values());
    }

    /** What the rows lead to, as far as it is called so. */
    Conditions those(Filter filter, ListColumn named) {
        var text = new ListColumn(
                named.name(),
                named.named().column(),
                named.type(),
                named.sqlType(),
                true,
                true,
                false,
                List.of(),
                false,
                null);
        var those = ofCompany(company);
        those.and(filter, text);
        return those;
    }

    /** An empty value asks for the rows that have none, or by NE for those that have one. */
    private void none(ListColumn column, Operator operator) {
        switch (operator) {
            case EQ, IN -> and(column.sql() + " IS NULL", List.of());
            case NE -> and(column.sql() + " IS NOT NULL", List.of());
            case CONTAINS -> {
                // Everything contains nothing.
            }
            default ->
                throw new Rejected(
                        "erp.list.bad-value",
                        "\"" + column.name() + "\" is compared with nothing: give a value",
                        Map.of(column.name(), "empty"));
        }
    }

    private void among(ListColumn column, String value) {
        var wanted = List.of(value.split(",", -1));
        if (wanted.size() > MOST_VALUES) {
            throw new Rejected(
                    "erp.list.too-many-values",
                    "\"" + column.name() + "\" is compared with " + wanted.size() + " values; " + MOST_VALUES
                            + " are the most: ask several times",
                    Map.of(column.name(), "too many"));
        }
        var marks = String.join(", ", Collections.nCopies(wanted.size(), "?"));
        and(
                column.sql() + " IN (" + marks + ")",
                wanted.stream().map(text -> Values.typed(column, text.trim())).toList());
    }

    private static List<Object> typed(ListColumn column, String value) {
        return List.of(Values.typed(column, value));
    }

    private static Object pattern(String value) {
        return "%"
                + value.toLowerCase(Locale.ROOT)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_") + "%";
    }

    private static String sign(Operator operator) {
        return switch (operator) {
            case EQ -> "=";
            case LT -> "<";
            case LE -> "<=";
            case GT -> ">";
            case GE -> ">=";
            default -> throw new IllegalArgumentException(operator + " has no sign");
        };
    }
}
