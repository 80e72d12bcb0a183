package org.stepwise.log.event;

import org.stepwise.data.Id;

/** An event with {@link Personal} fields says whose they are. */
public interface AboutPerson {
    Id person();
}
