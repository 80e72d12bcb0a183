package org.stepwise.record;

import org.stepwise.data.Id;
import org.stepwise.log.event.AboutPerson;
import org.stepwise.log.event.Fact;

/**
 * A described record is known, or known better: the whole of it as it stands from now on. Stored under a type made of
 * the record's name, such as {@code masterdata.payment-term-recorded}.
 *
 * @param archived whether it is kept for what refers to it, and for nothing new
 * @param <T> the record, annotated with {@link Described}
 */
public record Stated<T extends Record>(Id id, T now, boolean archived) implements Fact, AboutPerson {

    /** Whose the personal fields in it are: of whom the record says, else of the one that it is. */
    @Override
    public Id person() {
        return now instanceof AboutPerson about ? about.person() : id;
    }
}
