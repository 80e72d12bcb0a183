package org.stepwise.web;

import java.util.List;
import java.util.stream.Stream;
import org.stepwise.text.Named;

/**
 * A column of a list.
 *
 * @param name outside name, camel case
 * @param title a text key, such as {@code party.name}
 * @param sql the database column it is read from
 * @param choices the values of a {@code CHOICE}
 * @param register the register a {@code REFERENCE} points to, such as {@code masterdata.parties}, or a code is of
 * @param spoken whether keys by language stand beside it, in columns {@code _key}, {@code _folded} and {@code _by}
 * @param named where it is looked up by the id in {@code sql}, or null for what the row itself holds
 */
public record Column(
        String name,
        String title,
        ValueType type,
        String sql,
        boolean filter,
        boolean sort,
        List<String> choices,
        String register,
        boolean spoken,
        Named named) {

    public static Column of(String name, ValueType type, String sql) {
        return new Column(name, name, type, sql, true, false, List.of(), null, false, null);
    }

    public static Column choice(String name, String sql, String... choices) {
        return new Column(name, name, ValueType.CHOICE, sql, true, false, List.of(choices), null, false, null);
    }

    /** One of the constants of an enum. */
    public static Column choice(String name, String sql, Class<? extends Enum<?>> choices) {
        return choice(
                name, sql, Stream.of(choices.getEnumConstants()).map(Enum::name).toArray(String[]::new));
    }

    public static Column reference(String name, String sql, String register) {
        return new Column(name, name, ValueType.REFERENCE, sql, true, false, List.of(), register, false, null);
    }

    /** A text about what the row names by the id in {@code sql}; looked up for the rows of a page alone. */
    public static Column named(String name, String sql, Named named) {
        return new Column(name, name, ValueType.TEXT, sql, true, false, List.of(), null, named.byLanguage(), named);
    }

    /** What it is called, where it has no text of its own. */
    public Column called(String words) {
        return new Column(name, words, type, sql, filter, sort, choices, register, spoken, named);
    }

    /** A text that is the code of one of the records of a register, such as {@code masterdata.units}. */
    public Column codeOf(String records) {
        return new Column(name, title, type, sql, filter, sort, choices, records, spoken, named);
    }

    /** May be sorted by; there is an index for it. */
    public Column sorted() {
        return new Column(name, title, type, sql, filter, true, choices, register, spoken, named);
    }

    /** Sorted and found as readers of the company's language do; see {@link org.stepwise.text.Collation}. */
    public Column byLanguage() {
        return new Column(name, title, type, sql, filter, sort, choices, register, true, named);
    }

    /** Shown only. */
    public Column shown() {
        return new Column(name, title, type, sql, false, false, choices, register, spoken, named);
    }
}
