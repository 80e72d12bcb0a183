package org.stepwise.masterdata.internal.use;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.error.Conflict;
import org.stepwise.log.Guard;
import org.stepwise.log.event.Fact;
import org.stepwise.security.Callers;
import org.stepwise.warehouse.event.GoodsReceived;
import org.stepwise.warehouse.event.OpeningStockRecorded;

/**
 * Lets no fact name a product in another unit, or as another kind, than it has. Who names a product first keeps its row
 * until the fact is in the log: a change of the unit waits for that, or the fact is judged by the new unit. A product
 * in use has its unit and kind for good; they are kept in memory, and nothing is asked for it.
 */
@Component(service = Guard.class)
public final class ProductGuard implements Guard {
    private final ProductUse use;
    private final Sql sql;
    private final Callers callers;
    private final String kept;
    private final Map<Key, Fixed> fixed = new ConcurrentHashMap<>();

    private record Key(Id company, Id product) {}

    private record Fixed(String code, String unit, boolean stocked) {}

    @Activate
    public ProductGuard(
            @Reference ProductUse use, @Reference Sql sql, @Reference Callers callers, @Reference Database database) {
        this.use = use;
        this.sql = sql;
        this.callers = callers;
        kept = "SELECT id, code, unit, kind FROM masterdata.product WHERE company = ? AND id IN (?)"
                + (database.kind() == Database.Kind.DERBY ? " WITH RS" : " FOR SHARE");
    }

    @Override
    public void check(Fact fact, LocalDate on) {
        var named = named(fact);
        if (named.isEmpty()) {
            return;
        }
        var company = callers.current().company();
        var asked = named.keySet().stream()
                .filter(product -> !fixed.containsKey(new Key(company, product)))
                .sorted()
                .toList();
        var found = new HashMap<Id, Fixed>();
        sql.list(
                row -> found.put(
                        new Id(row.getLong(1)),
                        new Fixed(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4).equals("GOODS"))),
                kept,
                company,
                asked);
        found.forEach((product, as) -> {
            if (use.known(company, product)) {
                fixed.put(new Key(company, product), as);
            }
        });
        named.forEach((product, as) -> require(as, fixed.getOrDefault(new Key(company, product), found.get(product))));
    }

    /** A product that is unknown here is refused by the verb that names it. */
    private static void require(Named as, Fixed product) {
        if (product != null && (as.stocked != product.stocked || as.unit != null && !as.unit.equals(product.unit))) {
            throw new Conflict(
                    "masterdata.product.changed-meanwhile",
                    "product " + product.code + " has become "
                            + (product.stocked ? "goods" : "a service") + " counted in " + product.unit
                            + " meanwhile; read it again and repeat what you did");
        }
    }

    /** What a fact takes a product for; {@code unit} is null where it does not say. */
    private record Named(String unit, boolean stocked) {}

    /** Deliveries, returns and invoices name what an order named before. */
    private static Map<Id, Named> named(Fact fact) {
        var named = new HashMap<Id, Named>();
        if (fact instanceof OrderConfirmed order) {
            order.lines().forEach(line -> named.put(line.product(), new Named(line.unit(), line.stocked())));
        } else if (fact instanceof OpeningStockRecorded opening) {
            opening.lines().forEach(line -> named.put(line.product(), new Named(null, true)));
        } else if (fact instanceof GoodsReceived receipt) {
            receipt.lines().forEach(line -> named.put(line.product(), new Named(null, true)));
        }
        return named;
    }
}
