package org.stepwise.activity.event;

import org.stepwise.data.Id;
import org.stepwise.log.event.AboutPerson;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Personal;

/**
 * Somebody attached a file to a row of a register; its content was there when this was recorded.
 *
 * @param person whose the row is, null when it is nobody's; name and content are sealed with the person's key
 * @param kind such as {@code application/pdf}, found from the content
 * @param content where the content is kept, by its hash
 */
@EventType("activity.file-attached")
public record FileAttached(
        Id row, String register, Id file, Id person, @Personal String name, String kind, long bytes, String content)
        implements Fact, AboutPerson {}
