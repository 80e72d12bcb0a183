package org.stepwise.itest.folding;

import java.time.LocalDate;
import org.stepwise.document.Document;

/** A document with a day. */
@Document("folding.dated")
public record Dated(LocalDate on) {
    /** A day that is another one when it is folded again. */
    static Dated today() {
        return new Dated(LocalDate.now());
    }
}
