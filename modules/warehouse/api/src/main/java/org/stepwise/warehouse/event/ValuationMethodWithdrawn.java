package org.stepwise.warehouse.event;

import java.time.LocalDate;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;
import org.stepwise.log.history.Subject;

/** How stock was to be valued from a day on: the method before it goes on. Nothing had used it. */
@EventType("warehouse.valuation-method-withdrawn")
public record ValuationMethodWithdrawn(LocalDate validFrom) implements Setting {
    /** The row of the setting: its id is made of what tells it from others. */
    @Subject
    public Id row() {
        return ValuationMethodSet.row(validFrom);
    }
}
