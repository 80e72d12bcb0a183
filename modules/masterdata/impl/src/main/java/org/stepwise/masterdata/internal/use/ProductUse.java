package org.stepwise.masterdata.internal.use;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;

/**
 * The products that facts name. Whoever is named once stays named, so that what is known of it is kept in memory: the
 * day's orders ask and write nothing.
 */
@Component(service = ProductUse.class)
public final class ProductUse {
    private static final String FIND =
            "SELECT product FROM masterdata.product_use WHERE company = ? AND product IN (?)";

    private final Sql sql;
    private final Transactions transactions;
    private final Set<Used> known = ConcurrentHashMap.newKeySet();

    private record Used(Id company, Id product) {}

    @Activate
    public ProductUse(@Reference Sql sql, @Reference Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** Whether some fact taken in so far names the product. */
    public boolean found(Id company, Id product) {
        return known(company, product)
                || sql.first(
                                row -> row.getLong(1),
                                "SELECT product FROM masterdata.product_use WHERE company = ? AND product = ?",
                                company,
                                product)
                        .isPresent();
    }

    /** As {@link #found} as far as it is known without asking; true is true for good. */
    boolean known(Id company, Id product) {
        return known.contains(new Used(company, product));
    }

    void note(Id company, Collection<Id> products) {
        var news = new HashSet<>(products);
        news.removeIf(product -> known(company, product));
        if (!news.isEmpty()) {
            transactions.pending(this, Noted::new).add(company, news);
        }
    }

    /** What one transaction notes. What it finds written was committed; what it writes itself may yet be undone. */
    private final class Noted implements Transactions.Pending {
        private final Set<Used> wanted = new LinkedHashSet<>();
        private final Set<Used> written = new HashSet<>();

        private void add(Id company, Collection<Id> products) {
            products.forEach(product -> wanted.add(new Used(company, product)));
        }

        @Override
        public void write() {
            wanted.removeAll(written);
            wanted.stream().map(Used::company).distinct().toList().forEach(this::find);
            sql.batch(
                    "INSERT INTO masterdata.product_use (company, product) VALUES (?, ?)",
                    wanted.stream()
                            .map(used -> new Object[] {used.company, used.product})
                            .toList());
            written.addAll(wanted);
            wanted.clear();
        }

        private void find(Id company) {
            var products = wanted.stream()
                    .filter(used -> used.company.equals(company))
                    .map(Used::product)
                    .toList();
            sql.list(row -> new Used(company, new Id(row.getLong(1))), FIND, company, products)
                    .forEach(used -> {
                        known.add(used);
                        wanted.remove(used);
                    });
        }
    }
}
