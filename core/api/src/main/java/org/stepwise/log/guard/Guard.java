package org.stepwise.log.guard;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ConsumerType;
import org.stepwise.log.event.Fact;

/**
 * Whiteboard: what a module holds against a fact, at whichever door it is to be recorded. Guards bind verbs, never
 * reactions (law 8): a fact that is in the log is taken in, whatever a guard would say of it today.
 */
@ConsumerType
public interface Guard {
    /**
     * Called in the transaction of the verb, for its company, before the fact is applied. Refuses by throwing a {@link
     * org.stepwise.error.Refusal}; nothing is recorded then. A guard of a module that is not on lets everything pass.
     *
     * @param on the business date
     */
    void check(Fact fact, LocalDate on);
}
