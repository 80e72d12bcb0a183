package org.stepwise.warehouse.event;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;
import org.stepwise.log.history.Subject;

/** How stock is valued from a day on: {@code FIFO} or {@code AVERAGE}. Without it: FIFO. */
@EventType(value = "warehouse.valuation-method-set", restates = true)
public record ValuationMethodSet(String method, LocalDate validFrom) implements Setting {
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    @Subject
    public Id row() {
        return row(validFrom);
    }

    /** The row of the setting that begins on a day. */
    public static Id row(LocalDate validFrom) {
        return new Id(FIRST_DAY.until(validFrom, ChronoUnit.DAYS) + 1);
    }
}
