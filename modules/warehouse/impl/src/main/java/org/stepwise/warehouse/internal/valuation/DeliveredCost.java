package org.stepwise.warehouse.internal.valuation;

import java.math.BigDecimal;
import org.stepwise.data.Amounts;

/** What of a delivered order line is still with the customer, and its cost. */
record DeliveredCost(BigDecimal quantity, BigDecimal amount) {
    static final DeliveredCost NONE = new DeliveredCost(BigDecimal.ZERO, BigDecimal.ZERO);

    DeliveredCost plus(BigDecimal moreQuantity, BigDecimal moreAmount) {
        return new DeliveredCost(quantity.add(moreQuantity), amount.add(moreAmount));
    }

    /** The cost of what comes back: in proportion, and the last part takes the rest. */
    BigDecimal of(BigDecimal returned) {
        return returned.signum() == 0 ? Amounts.ZERO : ProductValue.take(amount, quantity, returned);
    }
}
