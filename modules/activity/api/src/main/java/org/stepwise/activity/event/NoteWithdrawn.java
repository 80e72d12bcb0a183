package org.stepwise.activity.event;

import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** A note is not shown any more. */
@EventType("activity.note-withdrawn")
public record NoteWithdrawn(Id row, String register, Id note) implements Fact {}
