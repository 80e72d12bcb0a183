package org.stepwise.log;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.log.event.Fact;

/** Where verbs record what happened. */
@ProviderType
public interface Log {

    /**
     * Records a fact in the running transaction for the calling company: applies it to the tables of the recording
     * module (its {@link Projection}s) at once, and writes it to the log when the transaction commits. An event is
     * as long as it must be: documents have bounds, and only a payload above 16 MB, which none of them reaches, is
     * refused with {@code erp.log.event-too-big}; a day is refused as by
     * {@link org.stepwise.log.guard.BusinessDates#of}, a setting's own day may be any.
     *
     * <p>A fact comes by a door that its type declares ({@link org.stepwise.log.event.EventType#doors}): by that of its
     * owner, or by a hand door while the owner is off; anything else is refused with {@code erp.log.no-door}, {@code
     * erp.log.owner-is-on}. It comes from inside a verb of that module ({@code erp.log.no-verb}), called by the bundle
     * of that module ({@code erp.log.foreign-bundle}).
     *
     * @param module the module whose verb this is
     * @param on the business date
     */
    void record(String module, LocalDate on, Fact fact);

    /**
     * Everything committed before the call is at or below this position; more than the {@link #horizon} while others
     * write. For {@link Deliveries#await}: who has passed it has taken in what the caller has just recorded.
     */
    long last();

    /** All events at or below this position are visible or will never be. */
    long horizon();
}
