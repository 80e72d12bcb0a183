package org.stepwise.log.internal;

import java.util.List;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** A document of many lines. */
@EventType("shop.listed")
public record Listed(Id document, List<String> lines) implements Fact {}
