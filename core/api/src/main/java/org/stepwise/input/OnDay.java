package org.stepwise.input;

import java.time.LocalDate;

/**
 * A verb that asks for its business date alone.
 *
 * @param on null: today
 */
public record OnDay(LocalDate on) {}
