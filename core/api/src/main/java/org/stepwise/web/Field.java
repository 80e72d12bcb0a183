package org.stepwise.web;

import java.util.List;

/**
 * A field of a form.
 *
 * @param max the most characters of a text; 0 for the type's own limit
 * @param register for a {@code REFERENCE}
 * @param on {@code create}, {@code change} or {@code both}
 */
public record Field(
        String name,
        String title,
        ValueType type,
        boolean required,
        int max,
        List<String> choices,
        String register,
        String on) {

    public static Field of(String name, ValueType type) {
        return new Field(name, name, type, false, type == ValueType.TEXT ? 200 : 0, List.of(), null, "both");
    }

    public static Field choice(String name, String... choices) {
        return new Field(name, name, ValueType.CHOICE, false, 0, List.of(choices), null, "both");
    }

    public static Field reference(String name, String register) {
        return new Field(name, name, ValueType.REFERENCE, false, 0, List.of(), register, "both");
    }

    public Field must() {
        return new Field(name, title, type, true, max, choices, register, on);
    }

    public Field atMost(int characters) {
        return new Field(name, title, type, required, characters, choices, register, on);
    }

    public Field onCreate() {
        return new Field(name, title, type, required, max, choices, register, "create");
    }
}
