package org.stepwise.log;

import java.time.LocalDate;
import org.stepwise.data.Id;
import org.stepwise.log.event.Event;

/**
 * A recorded event at its place in the log.
 *
 * @param position the event's own place; rises, with holes
 * @param cause the place of the fact that caused it: for a fact its own
 */
public record Entry<E extends Event>(long position, long cause, Recorded<E> recorded) {
    public E event() {
        return recorded.event();
    }

    public Id company() {
        return recorded.company();
    }

    public LocalDate on() {
        return recorded.on();
    }
}
