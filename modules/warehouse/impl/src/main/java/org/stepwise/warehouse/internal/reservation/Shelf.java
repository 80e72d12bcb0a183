package org.stepwise.warehouse.internal.reservation;

import java.math.BigDecimal;
import org.stepwise.data.Id;

/**
 * One product's stock and who it is reserved for. First confirmed, first served, but a hold was a promise before that;
 * never more is reserved than there is, and nothing is free while somebody waits.
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

    /**
     * An order line was confirmed: it gets what is free, for then nobody waits; the rest is its backorder. If stock was
     * held for it, those who confirmed meanwhile and held none give back what was reserved for them.
     */
    void demand(Demand demand) {
        backordered = backordered.add(demand.waiting());
        var served = serve(demand, free());
        while (served.held() && served.waiting().signum() > 0) {
            var other = demands.leastEntitled().filter(reserved -> !reserved.held());
            if (other.isEmpty()) {
                return;
            }
            takeBack(other.get(), served.waiting());
            served = serve(served, free());
        }
    }

    private Demand serve(Demand demand, BigDecimal most) {
        var served = demand.reserve(most.min(demand.waiting()));
        replace(demand, served);
        return served;
    }

    private void takeBack(Demand demand, BigDecimal most) {
        replace(demand, demand.reserve(most.min(demand.reserved()).negate()));
    }

    /** An order line was cancelled: what was reserved for it goes to those who wait, another line of it included. */
    void cancel(Id order, int line) {
        demands.find(order, line).ifPresent(demand -> replace(demand, demand.cancel()));
        serve();
    }

    /**
     * Goods left for an order line: its own reservation first, then what is free. If neither was enough, those least
     * entitled lose what they had reserved and wait again.
     */
    void deliver(Id order, int line, BigDecimal quantity) {
        onHand = onHand.subtract(quantity);
        demands.find(order, line).ifPresent(demand -> replace(demand, demand.deliver(quantity)));
        while (missing().signum() > 0) {
            takeBack(demands.leastEntitled().orElseThrow(), missing());
        }
        serve();
    }

    private BigDecimal missing() {
        return reserved.subtract(onHand.max(BigDecimal.ZERO));
    }

    private void serve() {
        while (free().signum() > 0 && backordered.signum() > 0) {
            serve(demands.oldestWaiting().orElseThrow(), free());
        }
    }

    private void replace(Demand before, Demand after) {
        reserved = reserved.subtract(before.reserved()).add(after.reserved());
        backordered = backordered.subtract(before.waiting()).add(after.waiting());
        if (after.isFinished()) {
            demands.remove(after);
        } else {
            demands.put(after);
        }
    }
}
