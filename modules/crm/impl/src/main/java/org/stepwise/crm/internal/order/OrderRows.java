package org.stepwise.crm.internal.order;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.internal.DocumentEntities;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.error.NotFound;

/** The orders of a company in the database. */
@Component(service = OrderRows.class)
public final class OrderRows {
    private final DocumentEntities documents;
    private final Sql sql;

    @Activate
    public OrderRows(@Reference DocumentEntities documents, @Reference Sql sql) {
        this.documents = documents;
        this.sql = sql;
    }

    Order get(Id company, Id order) {
        return documents.find(Order.class, company, order).orElseThrow(() -> unknown(order));
    }

    /** Nobody else changes the order until this transaction ends: what is open is promised once. */
    public Order lock(Id company, Id order) {
        return tryLock(company, order).orElseThrow(() -> unknown(order));
    }

    public Optional<Order> tryLock(Id company, Id order) {
        return documents.lock(Order.class, company, order);
    }

    public Order add(Id company, Order order) {
        return documents.add(company, order.id(), order);
    }

    Optional<Id> byReference(Id company, String reference) {
        return sql.first(
                row -> new Id(row.getLong(1)),
                "SELECT id FROM crm.sales_order WHERE company = ? AND reference = ? AND cancelled = FALSE"
                        + " ORDER BY id FETCH FIRST ROW ONLY",
                company,
                reference);
    }

    /** Gives what was added and changed so far its version. */
    void flush() {
        documents.flush();
    }

    private static NotFound unknown(Id order) {
        return new NotFound("crm.order.unknown", "there is no order " + order + " in this company");
    }
}
