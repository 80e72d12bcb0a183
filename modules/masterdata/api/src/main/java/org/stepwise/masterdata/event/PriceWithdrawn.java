package org.stepwise.masterdata.event;

import java.time.LocalDate;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;

/** The list price that was to hold from a day on does not: the one before it goes on. Nothing had used it. */
@EventType("masterdata.price-withdrawn")
public record PriceWithdrawn(Id product, LocalDate validFrom) implements Setting {}
