package org.stepwise.modules.internal.shelf;

import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** So many pieces of a thing lie on the shelf now. */
@EventType("shelf.thing-stored")
public record ThingStored(String thing, long pieces) implements Fact {}
