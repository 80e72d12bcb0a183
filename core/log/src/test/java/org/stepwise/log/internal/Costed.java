package org.stepwise.log.internal;

import org.stepwise.data.Id;
import org.stepwise.log.event.Consequence;
import org.stepwise.log.event.EventType;

/** What a sale has cost. */
@EventType(
        value = "shop.costed",
        doors = {"stock", "twice", "onward"})
public record Costed(Id document, long cost) implements Consequence {}
