package org.stepwise.masterdata.event;

import java.time.LocalDate;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;
import org.stepwise.log.history.Subject;

/** The rate that a tax code was to have from a day on is not to be: the one before it goes on. Nothing had used it. */
@EventType("masterdata.tax-code-withdrawn")
public record TaxCodeWithdrawn(String code, LocalDate validFrom) implements Setting {
    /** The row of the setting: its id is made of what tells it from others. */
    @Subject
    public Id row() {
        return Id.named(code, validFrom);
    }
}
