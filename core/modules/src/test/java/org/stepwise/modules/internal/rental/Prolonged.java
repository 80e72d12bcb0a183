package org.stepwise.modules.internal.rental;

import java.time.LocalDate;
import org.stepwise.input.field.Must;

/** @param on null: today */
public record Prolonged(@Must LocalDate until, LocalDate on) {}
