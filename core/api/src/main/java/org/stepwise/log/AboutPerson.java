package org.stepwise.log;

import org.stepwise.data.Id;

/** An event with {@link Personal} fields says whose they are. */
public interface AboutPerson {
    Id person();
}
