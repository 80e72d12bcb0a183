package org.stepwise.record;

import java.util.Locale;
import org.stepwise.input.Naming;

/**
 * What a described record is called, and what is named after it.
 *
 * @param module such as {@code masterdata}
 * @param plural such as {@code payment-terms}
 * @param one such as {@code payment-term}
 */
public record RecordName(String module, String plural, String one) {

    /** Refuses a class that is none: no record, or without an annotation that can be seen. */
    public static RecordName of(Class<?> type) {
        var described = type.getAnnotation(Described.class);
        if (described == null || !type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " must be a record annotated with @Described; where it"
                    + " is, its bundle sees another org.stepwise.record than the platform");
        }
        return of(type, described.value(), described.one());
    }

    /**
     * Of another kind of description.
     *
     * @param name module and plural
     * @param one empty: the plural without its s
     */
    public static RecordName of(Class<?> type, String name, String one) {
        var dot = name.indexOf('.');
        if (!name.matches("[a-z][a-z0-9]*\\.[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    type.getName() + " is named \"" + name + "\" and needs module and plural, such as shop.reasons");
        }
        var plural = name.substring(dot + 1);
        return new RecordName(name.substring(0, dot), plural, one.isEmpty() ? Naming.one(plural) : one);
    }

    public String register() {
        return module + "." + plural;
    }

    /** The type under which its facts are stored. */
    public String type() {
        return module + "." + one + "-recorded";
    }

    /** The permission to list and see. */
    public String read() {
        return module + "." + one + ".read";
    }

    /** The permission to record, change and archive. */
    public String record() {
        return module + "." + one + ".record";
    }

    /** A code of refusal, such as {@code masterdata.payment-term.unknown}. */
    public String refusal(String reason) {
        return module + "." + one + "." + reason;
    }

    /** One of them in words, such as {@code payment term}. */
    public String words() {
        return one.replace('-', ' ').toLowerCase(Locale.ROOT);
    }

    /** Schema and table. */
    public String table() {
        return module + "." + one.replace('-', '_') + "_record";
    }
}
