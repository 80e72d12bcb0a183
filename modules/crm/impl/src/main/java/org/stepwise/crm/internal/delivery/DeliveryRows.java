package org.stepwise.crm.internal.delivery;

import java.util.List;
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

/** The deliveries and returns of a company in the database. */
@Component(service = DeliveryRows.class)
public final class DeliveryRows {
    private final Transactions transactions;
    private final EntityManagerFactory unit;

    @Activate
    public DeliveryRows(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.unit.name=crm)") EntityManagerFactory unit) {
        this.transactions = transactions;
        this.unit = unit;
    }

    Delivery get(Id company, Id delivery) {
        return Optional.ofNullable(entities().find(Delivery.class, new DocumentKey(company, delivery)))
                .orElseThrow(() -> unknown("crm.delivery.unknown", "delivery", delivery));
    }

    GoodsReturn getReturn(Id company, Id returned) {
        return Optional.ofNullable(entities().find(GoodsReturn.class, new DocumentKey(company, returned)))
                .orElseThrow(() -> unknown("crm.return.unknown", "goods return", returned));
    }

    /** Nobody else takes back or invoices the delivery until this transaction ends. */
    public Delivery lock(Id company, Id delivery) {
        return lock(Delivery.class, company, delivery)
                .orElseThrow(() -> unknown("crm.delivery.unknown", "delivery", delivery));
    }

    public GoodsReturn lockReturn(Id company, Id returned) {
        return lock(GoodsReturn.class, company, returned)
                .orElseThrow(() -> unknown("crm.return.unknown", "goods return", returned));
    }

    public Delivery add(Delivery delivery) {
        entities().persist(delivery);
        return delivery;
    }

    public GoodsReturn add(GoodsReturn returned) {
        entities().persist(returned);
        return returned;
    }

    public List<Delivery> ofOrder(Id company, Id order) {
        return entities()
                .createQuery(
                        "select d from Delivery d where d.company = :company and d.salesOrder = :order order by d.id",
                        Delivery.class)
                .setParameter("company", company.value())
                .setParameter("order", order.value())
                .getResultList();
    }

    /** Goods that came back from deliveries of the invoice and are not credited yet. */
    public List<Id> uncredited(Id company, Id invoice) {
        return entities()
                .createQuery(
                        "select r.id from GoodsReturn r, Delivery d where r.company = :company and d.company = :company"
                                + " and d.id = r.delivery and d.invoice = :invoice and r.creditNote is null"
                                + " order by r.id",
                        Long.class)
                .setParameter("company", company.value())
                .setParameter("invoice", invoice.value())
                .getResultStream()
                .map(Id::new)
                .toList();
    }

    private <T> Optional<T> lock(Class<T> type, Id company, Id id) {
        var entities = entities();
        entities.flush();
        return Optional.ofNullable(entities.find(type, new DocumentKey(company, id), LockModeType.PESSIMISTIC_WRITE));
    }

    private EntityManager entities() {
        return transactions.entities(unit);
    }

    private static NotFound unknown(String code, String what, Id id) {
        return new NotFound(code, "there is no " + what + " " + id + " in this company");
    }
}
