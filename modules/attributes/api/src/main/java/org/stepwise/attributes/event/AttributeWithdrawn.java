package org.stepwise.attributes.event;

import java.time.LocalDate;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;

/** What was said of an attribute from this day on does not hold. */
@EventType("attributes.attribute-withdrawn")
public record AttributeWithdrawn(String register, String name, LocalDate validFrom) implements Setting {}
