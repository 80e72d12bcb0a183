package org.stepwise.masterdata.event;

import java.time.LocalDate;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;
import org.stepwise.masterdata.Rounding;

/** How the documents of orders from a day on are rounded; a company that never said so rounds each line. */
@EventType("masterdata.rounding-set")
public record RoundingSet(Rounding method, LocalDate validFrom) implements Setting {}
