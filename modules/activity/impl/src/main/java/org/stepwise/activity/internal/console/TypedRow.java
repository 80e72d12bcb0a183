package org.stepwise.activity.internal.console;

import java.util.Optional;
import org.stepwise.activity.Subject;
import org.stepwise.data.Id;

/** The row on a line that is being typed. */
final class TypedRow {
    private static final String ID = "[0-9A-HJKMNP-TV-Z]{13}";

    private TypedRow() {}

    /** The first two words, one after the other, that are a register and an id. */
    static Optional<Subject> of(String... words) {
        for (int at = 1; at < words.length; at++) {
            if (words[at].matches(ID) && words[at - 1].contains(".")) {
                return Optional.of(new Subject(words[at - 1], Id.parse(words[at])));
            }
        }
        return Optional.empty();
    }
}
