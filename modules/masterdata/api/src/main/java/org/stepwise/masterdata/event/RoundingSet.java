package org.stepwise.masterdata.event;

import java.time.LocalDate;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;
import org.stepwise.log.history.Subject;
import org.stepwise.masterdata.Rounding;

/** How the documents of orders from a day on are rounded; a company that never said so rounds each line. */
@EventType(value = "masterdata.rounding-set", restates = true)
public record RoundingSet(Rounding method, LocalDate validFrom) implements Setting {
    /** The row of the setting: its id is made of what tells it from others. */
    @Subject
    public Id row() {
        return Id.named("rounding", validFrom);
    }
}
