package org.stepwise.input;

import java.time.LocalDate;
import org.stepwise.input.field.Max;

/**
 * Why something is done, and on which business date.
 *
 * @param reason null: nobody says
 * @param on null: today
 */
public record Reasoned(@Max(Bounds.REASON) String reason, LocalDate on) {}
