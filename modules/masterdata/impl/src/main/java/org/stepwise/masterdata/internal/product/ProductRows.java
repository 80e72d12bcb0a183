package org.stepwise.masterdata.internal.product;

import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.data.jpa.RowKey;
import org.stepwise.error.NotFound;
import org.stepwise.security.Callers;

/** The products of a company in the database. */
@Component(service = ProductRows.class)
public final class ProductRows {
    private final Transactions transactions;
    private final Callers callers;
    private final EntityManagerFactory unit;

    @Activate
    public ProductRows(
            @Reference Transactions transactions,
            @Reference Callers callers,
            @Reference(target = "(osgi.unit.name=masterdata)") EntityManagerFactory unit) {
        this.transactions = transactions;
        this.callers = callers;
        this.unit = unit;
    }

    /** The calling company. */
    Id company() {
        return callers.current().company();
    }

    Optional<Product> find(Id company, Id product) {
        return Optional.ofNullable(entities().find(Product.class, new RowKey(company, product)));
    }

    Product get(Id product) {
        return find(company(), product).orElseThrow(() -> unknown(product));
    }

    /** Nobody else changes the product or its prices until this transaction ends. */
    Product lock(Id product) {
        var row = entities().find(Product.class, new RowKey(company(), product), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw unknown(product);
        }
        return row;
    }

    Optional<Product> byCode(String code) {
        return entities()
                .createQuery("select p from Product p where p.company = :company and p.code = :code", Product.class)
                .setParameter("company", company().value())
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    Product findOrAdd(Id company, Id product) {
        return find(company, product).orElseGet(() -> {
            var added = new Product(company, product);
            entities().persist(added);
            return added;
        });
    }

    void flush() {
        entities().flush();
    }

    private EntityManager entities() {
        return transactions.entities(unit);
    }

    static NotFound unknown(Id product) {
        return new NotFound("masterdata.product.unknown", "there is no product " + product + " in this company");
    }
}
