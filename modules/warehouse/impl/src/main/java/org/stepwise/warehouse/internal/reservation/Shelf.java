package org.stepwise.warehouse.internal.reservation;

import java.math.BigDecimal;
import org.stepwise.data.Id;

/**
 * One product's stock and who it is reserved for. First confirmed, first served; never more is reserved than there is,
 * and nothing is free while somebody waits.
 */
final class Shelf {
    private final Demands demands;
    private BigDecimal onHand;
    private BigDecimal reserved;

    Shelf(BigDecimal onHand, BigDecimal reserved, Demands demands) {
        this.onHand = onHand;
        this.reserved = reserved;
        this.demands = demands;
    }

    BigDecimal onHand() {
        return onHand;
    }

    BigDecimal reserved() {
        return reserved;
    }

    BigDecimal free() {
        return onHand.subtract(reserved).max(BigDecimal.ZERO);
    }

    /** Goods came in: who has waited longest is served. */
    void arrive(BigDecimal quantity) {
        onHand = onHand.add(quantity);
        serve();
    }

    /** An order line was confirmed: it gets what is free, the rest is its backorder. */
    void demand(Demand demand) {
        demands.put(demand);
        serve();
    }

    /** An order line was cancelled: what was reserved for it goes to those who wait. */
    void cancel(Demand demand) {
        reserved = reserved.subtract(demand.reserved());
        demands.put(demand.cancel());
        serve();
    }

    /**
     * Goods left for an order line: its own reservation first, then what is free. If neither was enough, the orders
     * confirmed last lose what they had reserved and wait again.
     */
    void deliver(Id order, int line, BigDecimal quantity) {
        onHand = onHand.subtract(quantity);
        demands.find(order, line).ifPresent(demand -> {
            var delivered = demand.deliver(quantity);
            reserved = reserved.subtract(demand.reserved()).add(delivered.reserved());
            demands.put(delivered);
        });
        var youngest = demands.youngestReserved();
        while (missing().signum() > 0 && youngest.isPresent()) {
            var taken = missing().min(youngest.get().reserved());
            reserved = reserved.subtract(taken);
            demands.put(youngest.get().reserve(taken.negate()));
            youngest = demands.youngestReserved();
        }
        serve();
    }

    private BigDecimal missing() {
        return reserved.subtract(onHand.max(BigDecimal.ZERO));
    }

    private void serve() {
        while (free().signum() > 0) {
            var waiting = demands.oldestWaiting();
            if (waiting.isEmpty()) {
                return;
            }
            var given = free().min(waiting.get().waiting());
            reserved = reserved.add(given);
            demands.put(waiting.get().reserve(given));
        }
    }
}
