package org.stepwise.crm.internal.order;

import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.internal.DocumentKey;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.NotFound;

/** The orders of a company in the database. */
@Component(service = OrderRows.class)
public final class OrderRows {
    private final Transactions transactions;
    private final EntityManagerFactory unit;

    @Activate
    public OrderRows(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.unit.name=crm)") EntityManagerFactory unit) {
        this.transactions = transactions;
        this.unit = unit;
    }

    Order get(Id company, Id order) {
        var row = entities().find(Order.class, new DocumentKey(company, order));
        if (row == null) {
            throw unknown(order);
        }
        return row;
    }

    /** Nobody else changes the order until this transaction ends: what is open is promised once. */
    public Order lock(Id company, Id order) {
        return tryLock(company, order).orElseThrow(() -> unknown(order));
    }

    /** Flushed before it is locked, because locking reads the row again. */
    public Optional<Order> tryLock(Id company, Id order) {
        var entities = entities();
        entities.flush();
        return Optional.ofNullable(
                entities.find(Order.class, new DocumentKey(company, order), LockModeType.PESSIMISTIC_WRITE));
    }

    public Order add(Order order) {
        entities().persist(order);
        return order;
    }

    Optional<Id> byReference(Id company, String reference) {
        return entities()
                .createQuery(
                        "select o.id from SalesOrder o where o.company = :company and o.reference = :reference"
                                + " and o.cancelled = :cancelled order by o.id",
                        Long.class)
                .setParameter("company", company.value())
                .setParameter("reference", reference)
                .setParameter("cancelled", false) // as a literal it would become a number, which Derby does not compare
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(Id::new);
    }

    void flush() {
        entities().flush();
    }

    private EntityManager entities() {
        return transactions.entities(unit);
    }

    private static NotFound unknown(Id order) {
        return new NotFound("crm.order.unknown", "there is no order " + order + " in this company");
    }
}
