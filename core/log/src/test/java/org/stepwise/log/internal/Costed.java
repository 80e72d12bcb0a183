package org.stepwise.log.internal;

import org.stepwise.data.Id;
import org.stepwise.log.Consequence;
import org.stepwise.log.EventType;

/** What a sale has cost. */
@EventType("shop.costed")
public record Costed(Id document, long cost) implements Consequence {}
