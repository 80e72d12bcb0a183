package org.stepwise.input;

import java.util.HashMap;
import java.util.Map;

/**
 * All that is wrong with what somebody filled in: what single values may be, what they name, and rules across fields.
 * Asked together, so that nobody hears of the second fault when the first is mended.
 */
public final class Faults {
    private Faults() {}

    /**
     * Adds what is wrong, by the path of the field, such as {@code lines[2].quantity}, and makes what is kept of what
     * was given.
     *
     * @param known what it replaces: what stays is not asked, for it may be older than a rule; null of something new
     * @param wrong what is known to be wrong already; these fields are asked nothing more
     */
    public static <T extends Record> T in(T given, T known, Naming naming, Map<String, String> wrong) {
        @SuppressWarnings("unchecked")
        var shape = Shape.of((Class<T>) given.getClass());
        var checked = shape.checked(given, known, "", wrong);
        new NamedParts(wrong).collect(shape, checked, known).ask(naming);
        if (checked instanceof Ruled ruled) {
            ask(ruled, known, wrong);
        }
        return checked;
    }

    /**
     * What its rules had against it before somebody changed it, they may still have. Where a field is wrong, there is
     * nothing in it: a rule that fails over that is asked again when all of it can be read.
     */
    private static void ask(Ruled ruled, Record known, Map<String, String> wrong) {
        var before = new HashMap<String, String>();
        if (known instanceof Ruled old) {
            old.check(before::put);
        }
        var readable = wrong.isEmpty();
        try {
            ruled.check((field, what) -> {
                if (!what.equals(before.get(field))) {
                    wrong.putIfAbsent(field, what);
                }
            });
        } catch (NullPointerException missing) {
            if (readable) {
                throw missing;
            }
        }
    }
}
