package org.stepwise.activity.event;

import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** A user does not follow a row any more. */
@EventType("activity.unfollowed")
public record Unfollowed(Id row, String register, Id follower) implements Fact {}
