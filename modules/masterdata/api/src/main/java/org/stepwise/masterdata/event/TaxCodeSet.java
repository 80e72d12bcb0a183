package org.stepwise.masterdata.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;
import org.stepwise.log.history.Subject;

/** The rate of a tax code from a day on, in percent. */
@EventType(value = "masterdata.tax-code-set", restates = true)
public record TaxCodeSet(String code, String name, BigDecimal percent, LocalDate validFrom) implements Setting {
    /** The row of the setting: its id is made of what tells it from others. */
    @Subject
    public Id row() {
        return Id.named(code, validFrom);
    }
}
