package org.stepwise.warehouse.internal.reservation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stepwise.data.Id;

/** The demands for one product without a database. */
final class DemandsInMemory implements Demands {
    private static final Comparator<Demand> AGE =
            Comparator.comparingLong(Demand::seq).thenComparingInt(Demand::line);

    private final Map<String, Demand> demands = new LinkedHashMap<>();

    Demand get(long order) {
        return find(new Id(order), 1).orElseThrow();
    }

    /** By all its lines; nothing for what is finished. */
    BigDecimal reserved(Id order) {
        return demands.values().stream()
                .filter(demand -> demand.order().equals(order))
                .map(Demand::reserved)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public Optional<Demand> find(Id order, int line) {
        return Optional.ofNullable(demands.get(order + "/" + line));
    }

    @Override
    public Optional<Demand> oldestWaiting() {
        return demands.values().stream()
                .filter(demand -> demand.waiting().signum() > 0)
                .min(AGE);
    }

    @Override
    public Optional<Demand> leastEntitled() {
        return demands.values().stream()
                .filter(demand -> demand.reserved().signum() > 0)
                .max(Comparator.comparing((Demand demand) -> !demand.held()).thenComparing(AGE));
    }

    @Override
    public void put(Demand demand) {
        demands.put(demand.order() + "/" + demand.line(), demand);
    }

    @Override
    public void remove(Demand demand) {
        demands.remove(demand.order() + "/" + demand.line());
    }
}
