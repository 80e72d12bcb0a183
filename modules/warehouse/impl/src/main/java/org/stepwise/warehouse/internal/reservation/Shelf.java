package org.stepwise.warehouse.internal.reservation;

import java.math.BigDecimal;
import org.stepwise.data.Id;

/**
 * One product's stock and who it is reserved for. First confirmed, first served; never more is reserved than there is,
 * and nothing is free while somebody waits.
 */
final class Shelf {
    private final Demands demands;
    private final boolean goods;
    private BigDecimal onHand;
    private BigDecimal reserved;
    private BigDecimal backordered;

    Shelf(Supply supply, Demands demands) {
        this.demands = demands;
        goods = supply.goods();
        onHand = supply.onHand();
        reserved = supply.reserved();
        backordered = supply.backordered();
    }

    Supply supply() {
        return new Supply(goods, onHand, reserved, backordered);
    }

    BigDecimal free() {
        return onHand.subtract(reserved).max(BigDecimal.ZERO);
    }

    /** Goods came in: who has waited longest is served. */
    void arrive(BigDecimal quantity) {
        onHand = onHand.add(quantity);
        serve();
    }

    /** An order line was confirmed: it gets what is free, for then nobody waits; the rest is its backorder. */
    void demand(Demand demand) {
        backordered = backordered.add(demand.waiting());
        replace(demand, demand.reserve(free().min(demand.waiting())));
    }

    /** An order line was cancelled: what was reserved for it goes to those who wait. */
    void cancel(Demand demand) {
        replace(demand, demand.cancel());
        serve();
    }

    /**
     * Goods left for an order line: its own reservation first, then what is free. If neither was enough, the orders
     * confirmed last lose what they had reserved and wait again.
     */
    void deliver(Id order, int line, BigDecimal quantity) {
        onHand = onHand.subtract(quantity);
        demands.find(order, line).ifPresent(demand -> replace(demand, demand.deliver(quantity)));
        while (missing().signum() > 0) {
            var youngest = demands.youngestReserved().orElseThrow();
            replace(
                    youngest,
                    youngest.reserve(missing().min(youngest.reserved()).negate()));
        }
        serve();
    }

    private BigDecimal missing() {
        return reserved.subtract(onHand.max(BigDecimal.ZERO));
    }

    private void serve() {
        while (free().signum() > 0 && backordered.signum() > 0) {
            var waiting = demands.oldestWaiting().orElseThrow();
            replace(waiting, waiting.reserve(free().min(waiting.waiting())));
        }
    }

    private void replace(Demand before, Demand after) {
        reserved = reserved.subtract(before.reserved()).add(after.reserved());
        backordered = backordered.subtract(before.waiting()).add(after.waiting());
        demands.put(after);
    }
}
