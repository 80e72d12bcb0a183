package org.stepwise.crm.event;

import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** What of the order is not delivered yet never will be. */
@EventType("crm.order-cancelled")
public record OrderCancelled(Id order, String reason) implements Fact {}
