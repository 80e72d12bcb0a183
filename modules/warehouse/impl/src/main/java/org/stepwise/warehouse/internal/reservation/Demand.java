package org.stepwise.warehouse.internal.reservation;

import java.math.BigDecimal;
import org.stepwise.data.Id;

/**
 * What an order line still wants of a product.
 *
 * @param seq the order's place among the confirmations: the lower, the older
 * @param held whether stock was held for the order until it was confirmed
 */
record Demand(
        Id order,
        int line,
        Id product,
        BigDecimal ordered,
        BigDecimal delivered,
        BigDecimal reserved,
        long seq,
        boolean held) {

    static Demand fresh(Id order, int line, Id product, BigDecimal ordered, long seq) {
        return new Demand(order, line, product, ordered, BigDecimal.ZERO, BigDecimal.ZERO, seq, false);
    }

    /** The same, of an order for which stock was held. */
    Demand withHold() {
        return new Demand(order, line, product, ordered, delivered, reserved, seq, true);
    }

    /** The backorder: wanted, and not reserved. */
    BigDecimal waiting() {
        return ordered.subtract(delivered).subtract(reserved).max(BigDecimal.ZERO);
    }

    /** Nothing of it is to come. */
    boolean isFinished() {
        return delivered.compareTo(ordered) >= 0;
    }

    Demand reserve(BigDecimal more) {
        return new Demand(order, line, product, ordered, delivered, reserved.add(more), seq, held);
    }

    /** Leaves the house, from its own reservation first. */
    Demand deliver(BigDecimal quantity) {
        return new Demand(
                order,
                line,
                product,
                ordered,
                delivered.add(quantity),
                reserved.subtract(reserved.min(quantity)),
                seq,
                held);
    }

    /** Wants no more than it got. */
    Demand cancel() {
        return new Demand(order, line, product, delivered, delivered, BigDecimal.ZERO, seq, held);
    }
}
