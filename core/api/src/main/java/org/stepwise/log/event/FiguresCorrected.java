package org.stepwise.log.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.stepwise.data.Id;

/**
 * Somebody decided that what a module has posted by an earlier version of its code comes to what the version installed
 * then posts (law 20). It says what the figures come to, not by how much they change: who has them already, as a module
 * switched on later has, changes nothing.
 *
 * @param module whose figures they are; others leave the fact alone
 * @param consequences what its reactions conclude, as far as that differs from what stands in the log
 */
@EventType(value = "erp.figures-corrected", needs = "erp.module.replay")
public record FiguresCorrected(String module, String reason, List<Corrected> figures, List<Reconcluded> consequences)
        implements Fact {

    /**
     * All figures of one document by one fact, value date and party: what is not among the amounts comes to nothing.
     *
     * @param cause the place of the fact that they go back to
     * @param on the value date
     * @param party whom they concern, or null
     */
    public record Corrected(long cause, Id document, LocalDate on, Id party, List<Amount> amounts) {}

    /**
     * One figure.
     *
     * @param of such as an account
     */
    public record Amount(String of, BigDecimal amount) {}

    /**
     * A consequence that is concluded otherwise.
     *
     * @param on its business date, which is its cause's
     * @param stands what it has said so far, as JSON
     * @param says what it says from now on; null where it is not concluded any more
     */
    public record Reconcluded(
            long cause,
            String reaction,
            int ordinal,
            LocalDate on,
            String type,
            int version,
            String stands,
            String says) {}
}
