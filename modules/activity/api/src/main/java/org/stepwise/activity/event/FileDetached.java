package org.stepwise.activity.event;

import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** A file is not shown on its row any more. */
@EventType("activity.file-detached")
public record FileDetached(Id row, String register, Id file) implements Fact {}
