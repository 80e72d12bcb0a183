package org.stepwise.warehouse.internal.valuation;

import java.math.BigDecimal;

/** Goods of a delivery that left before their cost was known, and what was charged for them meanwhile. */
record Debt(long seq, Issue issue, BigDecimal quantity, BigDecimal amount) {
    Debt less(BigDecimal settledQuantity, BigDecimal settledAmount) {
        return new Debt(seq, issue, quantity.subtract(settledQuantity), amount.subtract(settledAmount));
    }
}
