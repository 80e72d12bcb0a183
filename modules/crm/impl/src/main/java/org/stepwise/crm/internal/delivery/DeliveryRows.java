package org.stepwise.crm.internal.delivery;

import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.OrderService.DeliveryView;
import org.stepwise.crm.document.GoodsReturn;
import org.stepwise.crm.internal.DocumentEntities;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.document.DocumentService;
import org.stepwise.document.Documents;
import org.stepwise.document.Documents.Kept;
import org.stepwise.error.NotFound;

/** The deliveries and returns of a company in the database. */
@Component(service = DeliveryRows.class)
public final class DeliveryRows {
    private final DocumentEntities documents;
    private final Documents<GoodsReturn> returns;
    private final Sql sql;

    @Activate
    public DeliveryRows(
            @Reference DocumentEntities documents, @Reference DocumentService described, @Reference Sql sql) {
        this.documents = documents;
        this.returns = described.of(GoodsReturn.class);
        this.sql = sql;
    }

    public Documents<GoodsReturn> returns() {
        return returns;
    }

    public Delivery get(Id company, Id delivery) {
        return documents.find(Delivery.class, company, delivery).orElseThrow(() -> unknownDelivery(delivery));
    }

    /** Nobody else takes back of the delivery until this transaction ends. */
    public Delivery lock(Id company, Id delivery) {
        return documents.lock(Delivery.class, company, delivery).orElseThrow(() -> unknownDelivery(delivery));
    }

    public Delivery add(Id company, Delivery delivery) {
        return documents.add(company, delivery.id(), delivery);
    }

    /** With their lines, in one statement; a delivery comes once for each of them. */
    public List<Delivery> uninvoiced(Id company, Id order) {
        return documents
                .entities()
                .createQuery(
                        "select d from Delivery d left join fetch d.lines"
                                + " where d.company = :company and d.salesOrder = :order and d.invoice is null",
                        Delivery.class)
                .setParameter("company", company.value())
                .setParameter("order", order.value())
                .getResultStream()
                .distinct()
                .sorted(Comparator.comparing(Delivery::id))
                .toList();
    }

    /** What came back of these deliveries, with its lines. Nothing is asked where nothing did. */
    public List<Kept<GoodsReturn>> returnsOf(List<Delivery> wanted) {
        var touched =
                wanted.stream().filter(Delivery::cameBack).map(Delivery::id).toList();
        return touched.isEmpty() ? List.of() : returns.naming("delivery", touched);
    }

    /** As the order's page shows them. */
    public List<DeliveryView> views(Id company, Id order) {
        return sql.list(
                row -> {
                    var invoice = row.getObject(3, Long.class);
                    return new DeliveryView(
                            new Id(row.getLong(1)),
                            row.getDate(2).toLocalDate(),
                            invoice == null ? null : new Id(invoice));
                },
                "SELECT id, delivered_on, invoice FROM crm.delivery WHERE company = ? AND order_id = ? ORDER BY id",
                company,
                order);
    }

    /** Goods that came back from deliveries of the invoice and are not credited yet. */
    public List<Id> uncredited(Id company, Id invoice) {
        returns.flush();
        return sql.list(
                row -> new Id(row.getLong(1)),
                "SELECT r.id FROM crm.return_document r"
                        + " JOIN crm.delivery d ON d.company = r.company AND d.id = r.delivery_v"
                        + " WHERE d.company = ? AND d.invoice = ? AND r.credit_note_v IS NULL AND r.invoice_v IS NULL"
                        + " ORDER BY r.id",
                company,
                invoice);
    }

    private static NotFound unknownDelivery(Id delivery) {
        return new NotFound("crm.delivery.unknown", "there is no delivery " + delivery + " in this company");
    }
}
