package org.stepwise.warehouse.event;

import java.time.LocalDate;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;

/** How stock was to be valued from a day on: the method before it goes on. Nothing had used it. */
@EventType("warehouse.valuation-method-withdrawn")
public record ValuationMethodWithdrawn(LocalDate validFrom) implements Setting {}
