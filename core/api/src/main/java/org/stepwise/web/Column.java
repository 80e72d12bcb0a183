package org.stepwise.web;

import java.util.List;

/**
 * A column of a list.
 *
 * @param name outside name, camel case
 * @param title a text key, such as {@code party.name}
 * @param sql the database column it is read from
 * @param choices the values of a {@code CHOICE}
 * @param register the register a {@code REFERENCE} points to, such as {@code masterdata.parties}
 */
public record Column(
        String name,
        String title,
        ValueType type,
        String sql,
        boolean filter,
        boolean sort,
        List<String> choices,
        String register) {

    public static Column of(String name, ValueType type, String sql) {
        return new Column(name, name, type, sql, true, false, List.of(), null);
    }

    public static Column choice(String name, String sql, String... choices) {
        return new Column(name, name, ValueType.CHOICE, sql, true, false, List.of(choices), null);
    }

    public static Column reference(String name, String sql, String register) {
        return new Column(name, name, ValueType.REFERENCE, sql, true, false, List.of(), register);
    }

    /** May be sorted by; there is an index for it. */
    public Column sorted() {
        return new Column(name, title, type, sql, filter, true, choices, register);
    }

    /** Shown only. */
    public Column shown() {
        return new Column(name, title, type, sql, false, false, choices, register);
    }
}
