package org.stepwise.warehouse.internal.stock;

import java.math.BigDecimal;
import java.time.Clock;
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
    }

    StockRows.Level level(Id company, Id product) {
        return rows.level(company, product, NOBODY, clock.instant());
    }

    /** Refuses unless all of it can be promised to the order. */
    void requireFree(Id company, Id order, SortedMap<Id, BigDecimal> wanted) {
        rows.lock(company, new TreeSet<>(wanted.keySet()));
        wanted.forEach((product, quantity) -> {
            var available = rows.level(company, product, order, clock.instant()).available();
            if (available.compareTo(quantity) < 0) {
                throw refusal(company, product, quantity, available);
            }
        });
    }

    /** Refuses unless all of it is in the house, and reserved for the order or for nobody. */
    public void requireCanLeave(Id company, Id order, SortedMap<Id, Leaving> leaving) {
        rows.lock(company, new TreeSet<>(leaving.keySet()));
        leaving.forEach((product, lines) -> requireCanLeave(company, order, product, lines));
    }

    /** Refuses unless all of it is in the house: for history, in which goods left whoever they were promised to. */
    public void requireThere(Id company, SortedMap<Id, Leaving> leaving) {
        rows.lock(company, new TreeSet<>(leaving.keySet()));
        leaving.forEach((product, lines) -> {
            var there = level(company, product).onHand();
            if (there.compareTo(lines.quantity()) < 0) {
                throw refusal(company, product, lines.quantity(), there);
            }
        });
    }

    private void requireCanLeave(Id company, Id order, Id product, Leaving leaving) {
        var level = rows.level(company, product, order, clock.instant());
        var own = BigDecimal.ZERO;
        for (var line : leaving.lines().entrySet()) {
            own = own.add(rows.reserved(company, order, line.getKey()).min(line.getValue()));
        }
        var available = own.add(level.available().max(BigDecimal.ZERO)).min(level.onHand());
        if (available.compareTo(leaving.quantity()) < 0) {
            throw refusal(company, product, leaving.quantity(), available);
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
