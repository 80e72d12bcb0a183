package org.stepwise.modules.internal.rental;

import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** The rental is over, or never was. */
@EventType("rental.rental-ended")
public record RentalEnded(Id rental, boolean cancelled, String reason) implements Fact {}
