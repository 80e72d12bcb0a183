package org.stepwise.accounting.event;

import java.time.LocalDate;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;
import org.stepwise.log.history.Subject;

/** The account that a purpose (such as {@code RECEIVABLE}) is posted to from a day on. */
@EventType(value = "accounting.posting-rule-set", restates = true)
public record PostingRuleSet(String purpose, String account, LocalDate validFrom) implements Setting {
    /** The row of the setting: its id is made of what tells it from others. */
    @Subject
    public Id row() {
        return Id.named(purpose, validFrom);
    }
}
