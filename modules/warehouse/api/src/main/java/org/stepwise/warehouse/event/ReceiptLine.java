package org.stepwise.warehouse.event;

import java.math.BigDecimal;
import org.stepwise.data.Id;

/**
 * A line of a receipt or of opening stock.
 *
 * @param quantity positive, in the base unit
 * @param unitCost in the company's currency
 */
public record ReceiptLine(int line, Id product, BigDecimal quantity, BigDecimal unitCost) {

    /** What the line comes to, with all decimals. */
    public BigDecimal worth() {
        return quantity.multiply(unitCost);
    }
}
