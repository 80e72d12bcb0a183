package org.stepwise.log.event;

import java.time.LocalDate;

/**
 * A business setting, chosen by business date. Its projection writes it by key and day, so that applying it again
 * changes nothing; a module that starts gets all its settings before the first event, and may read them ahead of its
 * position, because a setting that reaches behind a day already processed is refused by the verb that records it.
 */
public interface Setting extends Fact {
    LocalDate validFrom();
}
