package org.stepwise.masterdata.internal.product;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;
import org.stepwise.web.Column;
import org.stepwise.web.Page;

/** The list prices of products as they are shown: the one that holds today, and the next, with its day. */
@Component(service = Prices.class)
public final class Prices {
    /** Looked up for the rows of a page, so that the list needs no join. */
    static final List<Column> COLUMNS = List.of(
            Column.quantity("listPrice", "id").shown(),
            Column.quantity("nextPrice", "id").shown(),
            Column.day("nextPriceFrom", "id").shown());

    private final Sql sql;
    private final Callers callers;
    private final Verbs verbs;

    @Activate
    public Prices(@Reference Sql sql, @Reference Callers callers, @Reference Verbs verbs) {
        this.sql = sql;
        this.callers = callers;
        this.verbs = verbs;
    }

    /** Each null when there is none. */
    record Shown(BigDecimal now, BigDecimal next, LocalDate nextFrom) {
        static final Shown NONE = new Shown(null, null, null);

        private Shown with(BigDecimal price, LocalDate from, LocalDate today) {
            return from.isAfter(today) ? new Shown(now, price, from) : new Shown(price, next, nextFrom);
        }
    }

    Shown of(Id product) {
        return of(List.of(product)).getOrDefault(product, Shown.NONE);
    }

    private Map<Id, Shown> of(Collection<Id> products) {
        var today = verbs.today();
        var found = new HashMap<Id, Shown>();
        sql.list(
                row -> {
                    var price = row.getBigDecimal(2);
                    var from = row.getDate(3).toLocalDate();
                    return found.compute(new Id(row.getLong(1)), (id, known) -> (known == null ? Shown.NONE : known)
                            .with(price, from, today));
                },
                "SELECT p.product, p.price, p.valid_from FROM masterdata.price p"
                        + " WHERE p.company = ? AND p.product IN (?) AND ("
                        + " p.valid_from = (SELECT MAX(n.valid_from) FROM masterdata.price n"
                        + " WHERE n.company = p.company AND n.product = p.product AND n.valid_from <= ?)"
                        + " OR p.valid_from = (SELECT MIN(n.valid_from) FROM masterdata.price n"
                        + " WHERE n.company = p.company AND n.product = p.product AND n.valid_from > ?))",
                callers.current().company(),
                products,
                today,
                today);
        return found;
    }

    /** The page with the prices of its products. */
    Page with(Page page) {
        var products = page.items().stream()
                .map(row -> Id.parse(row.get("id").toString()))
                .toList();
        var prices = of(products);
        var items = new ArrayList<Map<String, Object>>();
        for (var row : page.items()) {
            var price = prices.getOrDefault(Id.parse(row.get("id").toString()), Shown.NONE);
            var more = new LinkedHashMap<>(row);
            more.put("listPrice", price.now() == null ? null : Amounts.plain(price.now()));
            more.put("nextPrice", price.next() == null ? null : Amounts.plain(price.next()));
            more.put(
                    "nextPriceFrom",
                    price.nextFrom() == null ? null : price.nextFrom().toString());
            items.add(more);
        }
        return new Page(items, page.next());
    }
}
