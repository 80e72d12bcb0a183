package org.stepwise.warehouse.internal.stock;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;

/**
 * Refuses what is not there or is promised to another. It locks first and reads then, in a second statement: a
 * condition in the locking statement would be judged by what the database saw before it had waited for the others.
 */
@Component(service = StockGuard.class)
public final class StockGuard {
    /** No order: ids are positive. */
    private static final Id NOBODY = new Id(0);

    private final StockRows rows;
    private final Clock clock;

    @Activate
    public StockGuard(@Reference StockRows rows, @Reference Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * What shall leave of one product.
     *
     * @param lines quantity by order line, so that each line's own reservation counts for it
     */
    public record Leaving(SortedMap<Integer, BigDecimal> lines) {
        BigDecimal quantity() {
            return lines.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /** What of it is reserved for its own lines. */
        private BigDecimal own(Map<Integer, BigDecimal> reserved) {
            return lines.entrySet().stream()
                    .map(line -> reserved.getOrDefault(line.getKey(), BigDecimal.ZERO)
                            .min(line.getValue()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    Map<Id, StockRows.Level> levels(Id company, Collection<Id> products) {
        return rows.levels(company, products, NOBODY, clock.instant());
    }

    /** Refuses unless all of it can be promised to the order. */
    void requireFree(Id company, Id order, SortedMap<Id, BigDecimal> wanted) {
        rows.lock(company, new TreeSet<>(wanted.keySet()));
        var levels = rows.levels(company, wanted.keySet(), order, clock.instant());
        wanted.forEach((product, quantity) ->
                require(company, product, quantity, levels.get(product).available()));
    }

    /**
     * Refuses unless all of it is in the house, and reserved for the order or for nobody. A hold goes before a
     * reservation: it was granted on what was free, and the reservation, which knows facts only, did not see it.
     */
    public void requireCanLeave(Id company, Id order, LocalDate on, SortedMap<Id, Leaving> leaving) {
        rows.lock(company, new TreeSet<>(leaving.keySet()));
        var levels = rows.levels(company, leaving.keySet(), order, clock.instant());
        var reserved = rows.reserved(company, order);
        leaving.forEach((product, lines) -> {
            var level = levels.get(product);
            var available = lines.own(reserved).add(level.available().max(BigDecimal.ZERO));
            require(
                    company,
                    product,
                    lines.quantity(),
                    available.min(level.onHand().subtract(level.held())));
        });
        requireThen(company, on, leaving, levels);
    }

    /** Refuses unless all of it is in the house: for history, in which goods left whoever they were promised to. */
    public void requireThere(Id company, LocalDate on, SortedMap<Id, Leaving> leaving) {
        rows.lock(company, new TreeSet<>(leaving.keySet()));
        var levels = levels(company, leaving.keySet());
        leaving.forEach((product, lines) ->
                require(company, product, lines.quantity(), levels.get(product).onHand()));
        requireThen(company, on, leaving, levels);
    }

    /**
     * Refuses what would have left less than nothing at the end of some day since: goods that came in later cannot have
     * left before. Looks at days only if a product has moved after the one given.
     */
    private void requireThen(
            Id company, LocalDate on, SortedMap<Id, Leaving> leaving, Map<Id, StockRows.Level> levels) {
        var moved = new TreeSet<>(leaving.keySet());
        moved.removeIf(product -> {
            var last = levels.get(product).last();
            return last == null || !last.isAfter(on);
        });
        rows.after(company, on, moved)
                .forEach((product, days) -> requireThen(
                        company,
                        product,
                        leaving.get(product).quantity(),
                        levels.get(product).onHand(),
                        days));
    }

    private void requireThen(
            Id company, Id product, BigDecimal wanted, BigDecimal onHand, SortedMap<LocalDate, BigDecimal> days) {
        var left = days.values().stream().reduce(onHand, BigDecimal::subtract);
        var least = left;
        for (var moved : days.values()) {
            left = left.add(moved);
            least = least.min(left);
        }
        if (least.compareTo(wanted) < 0) {
            throw new Rejected(
                    "warehouse.stock.not-available-then",
                    "of product " + rows.code(company, product) + " " + Amounts.plain(wanted)
                            + " are wanted on a day since when there were at times only "
                            + Amounts.plain(least.max(BigDecimal.ZERO)) + ": take less, or choose a later day",
                    Map.of("on", "not enough then"));
        }
    }

    private void require(Id company, Id product, BigDecimal wanted, BigDecimal available) {
        if (available.compareTo(wanted) < 0) {
            throw refusal(company, product, wanted, available);
        }
    }

    private Rejected refusal(Id company, Id product, BigDecimal wanted, BigDecimal available) {
        return new Rejected(
                "warehouse.stock.not-available",
                "of product " + rows.code(company, product) + " " + Amounts.plain(wanted) + " are wanted and "
                        + Amounts.plain(available.max(BigDecimal.ZERO))
                        + " available: take less, or receive goods first");
    }
}
