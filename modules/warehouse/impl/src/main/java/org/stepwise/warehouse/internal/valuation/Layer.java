package org.stepwise.warehouse.internal.valuation;

import java.math.BigDecimal;

/** Goods that came in together, and what is left of their value. */
record Layer(long seq, BigDecimal quantity, BigDecimal amount) {

    Layer less(BigDecimal takenQuantity, BigDecimal takenAmount) {
        return new Layer(seq, quantity.subtract(takenQuantity), amount.subtract(takenAmount));
    }

    Layer plus(BigDecimal moreQuantity, BigDecimal moreAmount) {
        return new Layer(seq, quantity.add(moreQuantity), amount.add(moreAmount));
    }

    /** The same price to the last digit; compared crosswise, because a quotient would be rounded. */
    boolean costsTheSameAs(BigDecimal otherQuantity, BigDecimal otherAmount) {
        return amount.multiply(otherQuantity).compareTo(otherAmount.multiply(quantity)) == 0;
    }
}
