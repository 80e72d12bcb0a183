package org.stepwise.activity.event;

import org.stepwise.data.Id;
import org.stepwise.log.event.AboutPerson;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Personal;

/**
 * A note says something else from now on.
 *
 * @param person as in {@link NoteWritten}, by whose the row is now
 */
@EventType("activity.note-changed")
public record NoteChanged(Id row, String register, Id note, Id person, @Personal String text)
        implements Fact, AboutPerson {}
