package org.stepwise.accounting.event;

import java.time.LocalDate;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;
import org.stepwise.log.history.Subject;

/**
 * The account that a purpose (such as {@code RECEIVABLE}) is posted to from a day on.
 *
 * @param dimension what of it alone, such as {@code tax-code:STANDARD}; null, as in rules of old: whatever the
 *     dimension
 */
@EventType(value = "accounting.posting-rule-set", restates = true)
public record PostingRuleSet(String purpose, String account, LocalDate validFrom, String dimension) implements Setting {
    /** Whatever the dimension. */
    public PostingRuleSet(String purpose, String account, LocalDate validFrom) {
        this(purpose, account, validFrom, null);
    }

    /** The row of the setting: its id is made of what tells it from others. */
    @Subject
    public Id row() {
        return row(purpose, dimension, validFrom);
    }

    /** The row of the rule that begins on a day. */
    public static Id row(String purpose, String dimension, LocalDate validFrom) {
        return dimension == null ? Id.named(purpose, validFrom) : Id.named(purpose, dimension, validFrom);
    }
}
