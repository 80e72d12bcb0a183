package org.stepwise.web;

import java.util.List;
import java.util.Locale;
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
 * @param link what a {@code REFERENCE} says of the chain of documents, or null
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
        Named named,
        Link link) {

    /** How the row and the document that it refers to follow from each other; there is an index for either. */
    public enum Link {
        /** The row came from what it refers to. */
        ORIGIN,
        /** The row led to what it refers to. */
        OUTCOME
    }

    public static Column of(String name, ValueType type, String sql) {
        return new Column(name, name, type, sql, true, false, List.of(), null, false, null, null);
    }

    /** A text in the database column of the same name: {@code taxCode} in {@code tax_code}; so with the other kinds. */
    public static Column text(String name) {
        return of(name, ValueType.TEXT, snake(name));
    }

    public static Column number(String name) {
        return of(name, ValueType.NUMBER, snake(name));
    }

    public static Column quantity(String name) {
        return of(name, ValueType.QUANTITY, snake(name));
    }

    public static Column amount(String name) {
        return of(name, ValueType.AMOUNT, snake(name));
    }

    public static Column day(String name) {
        return of(name, ValueType.DATE, snake(name));
    }

    public static Column flag(String name) {
        return of(name, ValueType.FLAG, snake(name));
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    public static Column text(String name, String sql) {
        return of(name, ValueType.TEXT, sql);
    }

    public static Column number(String name, String sql) {
        return of(name, ValueType.NUMBER, sql);
    }

    public static Column quantity(String name, String sql) {
        return of(name, ValueType.QUANTITY, sql);
    }

    public static Column amount(String name, String sql) {
        return of(name, ValueType.AMOUNT, sql);
    }

    public static Column day(String name, String sql) {
        return of(name, ValueType.DATE, sql);
    }

    public static Column flag(String name, String sql) {
        return of(name, ValueType.FLAG, sql);
    }

    public static Column choice(String name, String sql, String... choices) {
        return new Column(name, name, ValueType.CHOICE, sql, true, false, List.of(choices), null, false, null, null);
    }

    /** One of the constants of an enum. */
    public static Column choice(String name, String sql, Class<? extends Enum<?>> choices) {
        return choice(
                name, sql, Stream.of(choices.getEnumConstants()).map(Enum::name).toArray(String[]::new));
    }

    public static Column reference(String name, String sql, String register) {
        return new Column(name, name, ValueType.REFERENCE, sql, true, false, List.of(), register, false, null, null);
    }

    /** A text about what the row names by the id in {@code sql}; looked up for the rows of a page alone. */
    public static Column named(String name, String sql, Named named) {
        var spoken = named.byLanguage();
        return new Column(name, name, ValueType.TEXT, sql, true, false, List.of(), null, spoken, named, null);
    }

    /** One of these, or of what may stand there already. */
    public Column choosing(List<String> more) {
        return more.isEmpty()
                ? this
                : new Column(name, title, type, sql, filter, sort, all(choices, more), register, spoken, named, link);
    }

    static List<String> all(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    /** What it is called, where it has no text of its own. */
    public Column called(String words) {
        return new Column(name, words, type, sql, filter, sort, choices, register, spoken, named, link);
    }

    /** A text that is the code of one of the records of a register, such as {@code masterdata.units}. */
    public Column codeOf(String records) {
        return new Column(name, title, type, sql, filter, sort, choices, records, spoken, named, link);
    }

    /** May be sorted by; there is an index for it. */
    public Column sorted() {
        return new Column(name, title, type, sql, filter, true, choices, register, spoken, named, link);
    }

    /** Sorted and found as readers of the company's language do; see {@link org.stepwise.text.Collation}. */
    public Column byLanguage() {
        return new Column(name, title, type, sql, filter, sort, choices, register, true, named, link);
    }

    /** Shown only. */
    public Column shown() {
        return new Column(name, title, type, sql, false, false, choices, register, spoken, named, link);
    }

    /**
     * A document in whichever list it is: the ids of documents are unique. Programs read it, people are shown what it
     * is called instead.
     */
    public static Column document(String name, String sql) {
        return reference(name, sql, null);
    }

    /** The row came from the document that it refers to. */
    public Column origin() {
        return new Column(name, title, type, sql, filter, sort, choices, register, spoken, named, Link.ORIGIN);
    }

    /** The row led to the document that it refers to. */
    public Column outcome() {
        return new Column(name, title, type, sql, filter, sort, choices, register, spoken, named, Link.OUTCOME);
    }

    /** Whether people see it: an id that leads to no list of its own says nothing to them. */
    public boolean told() {
        return type != ValueType.REFERENCE || register != null;
    }
}
