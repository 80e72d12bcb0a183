package org.stepwise.warehouse.event;

import java.math.BigDecimal;
import org.stepwise.data.Id;

/**
 * A line of a delivery or a return.
 *
 * @param line 1, 2, 3 … within the document
 * @param orderLine the line of the order it fulfils (or, of a return, gives back)
 * @param quantity positive, in the base unit
 */
public record MovementLine(int line, int orderLine, Id product, BigDecimal quantity) {}
