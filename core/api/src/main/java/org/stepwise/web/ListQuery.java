package org.stepwise.web;

import java.util.List;

/**
 * What a list is asked for.
 *
 * @param limit rows a page, 1 to 500
 * @param after the opaque key of the page before, or null
 * @param sort column names, {@code -} before one for descending
 * @param beside tables beside the list's own, whose columns filters and order may name too
 */
public record ListQuery(int limit, String after, List<String> sort, List<Filter> filters, List<Beside> beside) {

    public ListQuery(int limit, String after, List<String> sort, List<Filter> filters) {
        this(limit, after, sort, filters, List.of());
    }

    public static ListQuery first(int limit) {
        return new ListQuery(limit, null, List.of(), List.of());
    }

    public ListQuery where(String column, String value) {
        var more = new java.util.ArrayList<>(filters);
        more.add(new Filter(column, Operator.EQ, value));
        return new ListQuery(limit, after, sort, more, beside);
    }

    /** The page that begins behind the opaque key of the one before. */
    public ListQuery after(String next) {
        return new ListQuery(limit, next, sort, filters, beside);
    }

    /** The same, with names of columns that stand in other tables. */
    public ListQuery beside(List<Beside> tables) {
        return new ListQuery(limit, after, sort, filters, tables);
    }

    /** One condition; {@code value} is text, typed by the column. */
    public record Filter(String column, Operator operator, String value) {}

    /** What a filter compares by; {@code IN} takes a comma-separated list. */
    public enum Operator {
        EQ,
        NE,
        LT,
        LE,
        GT,
        GE,
        CONTAINS,
        IN
    }
}
