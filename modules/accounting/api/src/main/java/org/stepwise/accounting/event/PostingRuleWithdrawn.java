package org.stepwise.accounting.event;

import java.time.LocalDate;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;
import org.stepwise.log.history.Subject;

/**
 * The account that a purpose was to be posted to from a day on: the one before it goes on. Nothing had used it.
 *
 * @param dimension as of {@link PostingRuleSet}
 */
@EventType("accounting.posting-rule-withdrawn")
public record PostingRuleWithdrawn(String purpose, LocalDate validFrom, String dimension) implements Setting {
    /** The row of the setting: its id is made of what tells it from others. */
    @Subject
    public Id row() {
        return PostingRuleSet.row(purpose, dimension, validFrom);
    }
}
