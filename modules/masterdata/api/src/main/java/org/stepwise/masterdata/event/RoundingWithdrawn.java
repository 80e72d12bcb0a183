package org.stepwise.masterdata.event;

import java.time.LocalDate;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;
import org.stepwise.log.history.Subject;

/** The rounding that was to hold from a day on does not: the one before it goes on. No order had used it. */
@EventType("masterdata.rounding-withdrawn")
public record RoundingWithdrawn(LocalDate validFrom) implements Setting {
    /** The row of the setting: its id is made of what tells it from others. */
    @Subject
    public Id row() {
        return Id.named("rounding", validFrom);
    }
}
