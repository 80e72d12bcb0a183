package org.stepwise.log;

import java.time.Instant;
import java.time.LocalDate;
import org.stepwise.data.Id;
import org.stepwise.log.event.Event;

/**
 * An event with what every event carries.
 *
 * @param on the business date: the day in the company's zone, decided by the verb; a consequence has its cause's
 * @param at when it was recorded; for people, never for figures
 * @param module the module whose verb or reaction recorded it
 */
public record Recorded<E extends Event>(
        Id company, LocalDate on, Instant at, Id actor, String door, String module, E event) {}
