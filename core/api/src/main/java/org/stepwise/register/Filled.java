package org.stepwise.register;

import java.util.function.Supplier;
import org.stepwise.input.Part;
import org.stepwise.input.Shape;
import org.stepwise.web.Form;

/** Makes the record that a verb takes of what was filled in. */
final class Filled {
    private Filled() {}

    /** @param known what stays where the form says nothing, asked only then; null for nothing */
    static <T extends Record> T in(Shape<T> shape, Form form, Supplier<T> known) {
        var partial = known != null && shape.parts().stream().anyMatch(part -> !form.has(part.name()));
        var stays = partial ? known.get() : null;
        return shape.make(part -> partial && !form.has(part.name()) ? part.of(stays) : value(part, form));
    }

    private static Object value(Part part, Form form) {
        var name = part.name();
        return switch (part.kind()) {
            case TEXT, CHOICE -> form.text(name);
            case DAY -> form.day(name);
            case FLAG -> form.flag(name);
            case REFERENCE -> form.id(name);
            case LINES ->
                form.lines(name).stream()
                        .map(line -> in(part.lines(), line, null))
                        .toList();
            case WHOLE, COUNT, QUANTITY, QUANTITY_OR_NONE, PRICE, PERCENT, AMOUNT, CHARGE -> form.decimal(name);
        };
    }
}
