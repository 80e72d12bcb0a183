package org.stepwise.activity.event;

import org.stepwise.data.Id;
import org.stepwise.log.event.AboutPerson;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Personal;

/**
 * Somebody wrote something about a row of a register.
 *
 * @param person whose the row is, null when it is nobody's; the text is sealed with the person's key
 */
@EventType("activity.note-written")
public record NoteWritten(Id row, String register, Id note, Id person, @Personal String text)
        implements Fact, AboutPerson {}
