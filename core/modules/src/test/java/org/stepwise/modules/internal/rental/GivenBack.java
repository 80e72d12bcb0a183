package org.stepwise.modules.internal.rental;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.stepwise.input.field.Must;
import org.stepwise.input.field.Quantity;

/** @param on null: today */
public record GivenBack(@Must Integer line, @Must @Quantity BigDecimal quantity, LocalDate on) {}
