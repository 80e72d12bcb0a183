package org.stepwise.web;

import java.util.List;
import org.stepwise.input.Kind;
import org.stepwise.input.Part;

/**
 * A field of a form.
 *
 * @param max the most characters of a text; 0 for the type's own limit
 * @param register for a {@code REFERENCE}; for a {@code TEXT} that is a code the records that it is one of
 * @param on {@code create}, {@code change} or {@code both}
 * @param part what else it may be, asked of a value of its type; null for what the type says alone
 */
public record Field(
        String name,
        String title,
        ValueType type,
        boolean required,
        int max,
        List<String> choices,
        String register,
        String on,
        Part part) {

    /** A field of which the type says all. */
    public Field(
            String name,
            String title,
            ValueType type,
            boolean required,
            int max,
            List<String> choices,
            String register,
            String on) {
        this(name, title, type, required, max, choices, register, on, null);
    }

    /** A field for a component of a record that somebody fills in. */
    public static Field of(Part part, String on) {
        return new Field(
                part.name(),
                part.name(),
                type(part.kind()),
                part.required(),
                part.most(),
                part.choices(),
                part.register(),
                part.onCreate() ? "create" : on,
                part);
    }

    private static ValueType type(Kind kind) {
        return switch (kind) {
            case TEXT -> ValueType.TEXT;
            case CHOICE -> ValueType.CHOICE;
            case QUANTITY, QUANTITY_OR_NONE, PRICE, PERCENT -> ValueType.QUANTITY;
            case AMOUNT, CHARGE -> ValueType.AMOUNT;
            case WHOLE, COUNT -> ValueType.NUMBER;
            case DAY -> ValueType.DATE;
            case FLAG -> ValueType.FLAG;
            case REFERENCE -> ValueType.REFERENCE;
            case LINES -> throw new IllegalArgumentException("lines are fields of their own");
        };
    }

    public static Field of(String name, ValueType type) {
        return new Field(name, name, type, false, type == ValueType.TEXT ? 200 : 0, List.of(), null, "both", null);
    }

    public static Field choice(String name, String... choices) {
        return new Field(name, name, ValueType.CHOICE, false, 0, List.of(choices), null, "both", null);
    }

    public static Field reference(String name, String register) {
        return new Field(name, name, ValueType.REFERENCE, false, 0, List.of(), register, "both", null);
    }

    /** One of these, or of what may be chosen already. */
    public Field choosing(List<String> more) {
        return more.isEmpty()
                ? this
                : new Field(name, title, ValueType.CHOICE, required, 0, Column.all(choices, more), register, on, part);
    }

    public Field must() {
        return new Field(name, title, type, true, max, choices, register, on, part);
    }

    public Field atMost(int characters) {
        return new Field(name, title, type, required, characters, choices, register, on, part);
    }

    /** What it is called, where it has no text of its own. */
    public Field called(String words) {
        return new Field(name, words, type, required, max, choices, register, on, part);
    }

    public Field onChange() {
        return new Field(name, title, type, required, max, choices, register, "change", part);
    }

    /** A text that is the code of one of the records of a register, such as {@code masterdata.units}. */
    public Field codeOf(String records) {
        return new Field(name, title, type, required, max, choices, records, on, part);
    }

    public Field onCreate() {
        return new Field(name, title, type, required, max, choices, register, "create", part);
    }
}
