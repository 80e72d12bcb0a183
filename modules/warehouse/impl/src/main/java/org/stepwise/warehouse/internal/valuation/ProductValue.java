package org.stepwise.warehouse.internal.valuation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.stepwise.data.Amounts;

/**
 * What the stock of one product is worth. Whoever takes all of a layer takes all of its value, so that no stock is
 * worth exactly nothing. Under {@link Method#AVERAGE} there is one layer, into which everything goes.
 */
final class ProductValue {
    /** A delivery line whose cost became known; {@code amount} changes the value of stock: negative, it cost more. */
    record Settled(Issue issue, BigDecimal amount) {}

    private final Layers layers;
    private BigDecimal quantity;
    private BigDecimal amount;
    private BigDecimal lastCost;
    private Method method;
    private long nextLayer;

    ProductValue(Standing standing, Layers layers) {
        this.layers = layers;
        quantity = standing.quantity();
        amount = standing.amount();
        lastCost = standing.lastCost();
        method = standing.method();
        nextLayer = standing.nextLayer();
    }

    /** The figures beside the layers. {@code lastCost}: what the unit cost that came or left last. */
    record Standing(BigDecimal quantity, BigDecimal amount, BigDecimal lastCost, Method method, long nextLayer) {
        static Standing nothing(Method method) {
            var none = Amounts.quantity(BigDecimal.ZERO);
            return new Standing(none, Amounts.ZERO, none, method, 1);
        }
    }

    Standing standing() {
        return new Standing(quantity, amount, lastCost, method, nextLayer);
    }

    BigDecimal quantity() {
        return quantity;
    }

    BigDecimal amount() {
        return amount;
    }

    /** What goods cost of which nothing better is known. */
    BigDecimal estimate(BigDecimal units) {
        return Amounts.document(lastCost.multiply(units));
    }

    /** Changes the method; to the average all layers become one, to FIFO the one there is becomes the oldest. */
    void valueBy(Method wanted) {
        if (method == wanted) {
            return;
        }
        method = wanted;
        if (wanted == Method.AVERAGE) {
            merge();
        }
    }

    private void merge() {
        var units = BigDecimal.ZERO;
        var value = BigDecimal.ZERO;
        for (var layer = layers.oldest(); layer.isPresent(); layer = layers.oldest()) {
            units = units.add(layer.get().quantity());
            value = value.add(layer.get().amount());
            layers.remove(layer.get());
        }
        if (units.signum() > 0) {
            layers.put(new Layer(nextLayer++, units, value));
        }
    }

    /** Goods bought: their price is what a unit costs now. */
    List<Settled> receive(BigDecimal units, BigDecimal value) {
        lastCost = unitCost(units, value);
        return add(units, value);
    }

    /** Goods that came back, at the cost they left with. */
    List<Settled> takeBack(BigDecimal units, BigDecimal value) {
        return add(units, value);
    }

    private List<Settled> add(BigDecimal units, BigDecimal value) {
        var owed = quantity.negate().max(BigDecimal.ZERO);
        quantity = quantity.add(units);
        amount = amount.add(value);
        var settled = new ArrayList<Settled>();
        var restUnits = units;
        var restValue = value;
        while (restUnits.signum() > 0 && owed.signum() > 0) {
            var debt = layers.oldestDebt().orElseThrow();
            var part = restUnits.min(debt.quantity());
            var real = take(restValue, restUnits, part);
            settled.add(settle(debt, part, real));
            owed = owed.subtract(part);
            restUnits = restUnits.subtract(part);
            restValue = restValue.subtract(real);
        }
        if (restUnits.signum() > 0) {
            store(restUnits, restValue);
        }
        return settled;
    }

    private Settled settle(Debt debt, BigDecimal part, BigDecimal real) {
        var charged = take(debt.amount(), debt.quantity(), part);
        if (part.compareTo(debt.quantity()) == 0) {
            layers.remove(debt);
        } else {
            layers.put(debt.less(part, charged));
        }
        var difference = charged.subtract(real);
        amount = amount.add(difference);
        return new Settled(debt.issue(), difference);
    }

    private void store(BigDecimal units, BigDecimal value) {
        var newest = layers.find(nextLayer - 1);
        if (newest.isPresent() && (method == Method.AVERAGE || newest.get().costsTheSameAs(units, value))) {
            var merged = newest.get().plus(units, value);
            layers.put(merged);
            if (method == Method.AVERAGE) {
                lastCost = unitCost(merged.quantity(), merged.amount());
            }
        } else {
            layers.put(new Layer(nextLayer++, units, value));
        }
    }

    /** Goods leave; returns their cost. What is not there is charged at the last cost, and owed. */
    BigDecimal issue(Issue issue, BigDecimal units) {
        var rest = units;
        var cost = Amounts.ZERO;
        var there = quantity.max(BigDecimal.ZERO);
        while (rest.signum() > 0 && there.signum() > 0) {
            var layer = layers.oldest().orElseThrow();
            var part = rest.min(layer.quantity());
            var value = take(layer.amount(), layer.quantity(), part);
            lastCost = unitCost(layer.quantity(), layer.amount());
            if (part.compareTo(layer.quantity()) == 0) {
                layers.remove(layer);
            } else {
                layers.put(layer.less(part, value));
            }
            cost = cost.add(value);
            there = there.subtract(part);
            rest = rest.subtract(part);
        }
        if (rest.signum() > 0) {
            var charged = estimate(rest);
            layers.put(new Debt(nextLayer++, issue, rest, charged));
            cost = cost.add(charged);
        }
        quantity = quantity.subtract(units);
        amount = amount.subtract(cost);
        return cost;
    }

    /** The value of a part; of the whole, all of it. */
    static BigDecimal take(BigDecimal value, BigDecimal of, BigDecimal part) {
        return part.compareTo(of) >= 0 ? value : value.multiply(part).divide(of, 4, RoundingMode.HALF_UP);
    }

    private static BigDecimal unitCost(BigDecimal units, BigDecimal value) {
        return value.divide(units, 6, RoundingMode.HALF_UP);
    }
}
