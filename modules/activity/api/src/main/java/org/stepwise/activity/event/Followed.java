package org.stepwise.activity.event;

import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** A user wants to hear what happens to a row of a register. */
@EventType("activity.followed")
public record Followed(Id row, String register, Id follower) implements Fact {}
