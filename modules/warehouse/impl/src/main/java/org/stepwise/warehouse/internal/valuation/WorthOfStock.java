package org.stepwise.warehouse.internal.valuation;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.warehouse.StockValues;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.warehouse.internal.verb.WarehouseVerbs;

/** Adds up what the valuation keeps of each product. */
@Component
public final class WorthOfStock implements StockValues {
    private static final String OF_COMPANY = " FROM warehouse.stock_value WHERE company = ?";

    private final WarehouseVerbs verbs;
    private final Sql sql;
    private final Books books;

    @Activate
    public WorthOfStock(@Reference WarehouseVerbs verbs, @Reference Sql sql, @Reference Books books) {
        this.verbs = verbs;
        this.sql = sql;
        this.books = books;
    }

    /** What one product has. */
    private record Worth(BigDecimal quantity, BigDecimal value) {}

    @Override
    public Total total() {
        return verbs.read(WarehousePermissions.STOCK_READ, () -> {
            Id company = verbs.company();
            var currency = books.currency(company);
            var products = sql.list(
                    row -> new Worth(row.getBigDecimal(1), row.getBigDecimal(2)),
                    "SELECT quantity, amount" + OF_COMPANY,
                    company);
            return new Total(
                    sum(products, Worth::quantity),
                    sum(products, Worth::value),
                    sum(products, product -> Amounts.payable(product.value(), currency.orElseThrow())));
        });
    }

    @Override
    public Set<String> subscriptions() {
        return Set.of(ValueInLogOrder.NAME, ValuationSettings.NAME);
    }

    private static BigDecimal sum(Iterable<Worth> products, Function<Worth, BigDecimal> figure) {
        var total = BigDecimal.ZERO;
        for (var product : products) {
            total = total.add(figure.apply(product));
        }
        return total;
    }
}
