package org.stepwise.warehouse.internal.reservation;

import java.math.BigDecimal;

/**
 * What there is of a product, and how it is promised.
 *
 * @param backordered what confirmed orders want and is not reserved
 */
record Supply(boolean goods, BigDecimal onHand, BigDecimal reserved, BigDecimal backordered) {
    /** Of a product that nobody has told of: it is taken for goods. */
    static final Supply NOTHING = new Supply(true, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** Services are ordered and delivered too, but lie on no shelf. */
    Supply of(boolean kept) {
        return new Supply(kept, onHand, reserved, backordered);
    }
}
