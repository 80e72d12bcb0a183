package org.stepwise.log.replay;

import java.time.LocalDate;
import org.stepwise.data.Id;

/**
 * Something that the code installed now posts or concludes otherwise than it stands.
 *
 * @param kind whether it is a figure or a consequence
 * @param source what it goes back to
 * @param on its value date
 * @param party whom it concerns, or null
 * @param of what the figure is of, such as an account; of a consequence its type
 * @param stands the amount, or what the consequence says as JSON; null where there is none
 * @param computed the same by the code installed now; null where it posts or concludes nothing
 */
public record Difference(
        Kind kind, Source source, Id document, LocalDate on, Id party, String of, String stands, String computed) {

    /** What is compared. */
    public enum Kind {
        FIGURE,
        CONSEQUENCE
    }

    /**
     * The place of the fact; for a consequence also its reaction, and which of that reaction's it is.
     *
     * @param reaction null for a figure
     * @param version the newest version of the consequence's type
     */
    public record Source(long cause, String reaction, int ordinal, int version) {}
}
