package org.stepwise.masterdata.internal.use;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.error.Conflict;
import org.stepwise.log.event.Fact;
import org.stepwise.log.guard.Guard;
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
    private final Transactions transactions;
    private final Callers callers;
    private final String kept;
    private final Map<Key, Fixed> fixed = new ConcurrentHashMap<>();

    private record Key(Id company, Id product) {}

    private record Fixed(String code, String unit, boolean stocked) {}

    @Activate
    public ProductGuard(
            @Reference ProductUse use,
            @Reference Sql sql,
            @Reference Transactions transactions,
            @Reference Callers callers,
            @Reference Database database) {
        this.use = use;
        this.sql = sql;
        this.transactions = transactions;
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
        var known = known(company, named.keySet());
        if (named.entrySet().stream().anyMatch(each -> differs(each.getValue(), known.get(each.getKey())))) {
            // It may have become so in this very transaction, and not be written yet.
            transactions.flush();
            var written = known(company, named.keySet());
            named.forEach((product, as) -> require(as, written.get(product)));
        }
    }

    /** What is unknown here is left out: the verb that names it refuses it. */
    private Map<Id, Fixed> known(Id company, Set<Id> products) {
        var known = new HashMap<Id, Fixed>();
        products.forEach(product -> known.put(product, fixed.get(new Key(company, product))));
        known.values().removeIf(Objects::isNull);
        var asked = products.stream()
                .filter(product -> !known.containsKey(product))
                .sorted()
                .toList();
        sql.list(ProductGuard::row, kept, company, asked).forEach(row -> {
            known.put(row.id, row.fixed);
            if (use.known(company, row.id)) {
                fixed.put(new Key(company, row.id), row.fixed);
            }
        });
        return known;
    }

    private record Row(Id id, Fixed fixed) {}

    private static Row row(ResultSet row) throws SQLException {
        var stocked = row.getString(4).equals("GOODS");
        return new Row(new Id(row.getLong(1)), new Fixed(row.getString(2), row.getString(3), stocked));
    }

    private static boolean differs(Named as, Fixed product) {
        return product != null && (as.stocked != product.stocked || as.unit != null && !as.unit.equals(product.unit));
    }

    private static void require(Named as, Fixed product) {
        if (differs(as, product)) {
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
