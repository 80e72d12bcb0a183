package org.stepwise.modules.internal.shelf;

import org.stepwise.log.event.Consequence;
import org.stepwise.log.event.EventType;

/** What the pieces stored are worth. */
@EventType("shelf.thing-valued")
public record ThingValued(String thing, long worth) implements Consequence {}
