package org.stepwise.masterdata.event;

import java.time.LocalDate;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;

/** The rounding that was to hold from a day on does not: the one before it goes on. No order had used it. */
@EventType("masterdata.rounding-withdrawn")
public record RoundingWithdrawn(LocalDate validFrom) implements Setting {}
