package org.stepwise.warehouse.event;

import java.time.LocalDate;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;

/** How stock is valued from a day on: {@code FIFO} or {@code AVERAGE}. Without it: FIFO. */
@EventType("warehouse.valuation-method-set")
public record ValuationMethodSet(String method, LocalDate validFrom) implements Setting {}
