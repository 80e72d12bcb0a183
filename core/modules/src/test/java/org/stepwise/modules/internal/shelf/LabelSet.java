package org.stepwise.modules.internal.shelf;

import java.time.LocalDate;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;

/** What is written on the shelf from a day on. */
@EventType("shelf.label-set")
public record LabelSet(String text, LocalDate validFrom) implements Setting {}
