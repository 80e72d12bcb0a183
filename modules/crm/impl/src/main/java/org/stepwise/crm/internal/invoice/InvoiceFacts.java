package org.stepwise.crm.internal.invoice;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.event.PaymentReceived;
import org.stepwise.crm.event.CreditNoteIssued;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.crm.internal.delivery.DeliveryRows;
import org.stepwise.crm.internal.order.OrderRows;
import org.stepwise.log.Recorded;

/** Writes invoices and credit notes, and what they charge of orders and deliveries, from their facts. */
@Component(service = InvoiceFacts.class)
public final class InvoiceFacts {
    private final InvoiceRows invoices;
    private final OrderRows orders;
    private final DeliveryRows deliveries;

    @Activate
    public InvoiceFacts(
            @Reference InvoiceRows invoices, @Reference OrderRows orders, @Reference DeliveryRows deliveries) {
        this.invoices = invoices;
        this.orders = orders;
        this.deliveries = deliveries;
    }

    public void issued(Recorded<InvoiceIssued> recorded, String number) {
        var fact = recorded.event();
        Map<Integer, BigDecimal> charged = new TreeMap<>();
        fact.lines().stream()
                .filter(line -> line.orderLine() > 0)
                .forEach(line -> charged.merge(line.orderLine(), line.quantity(), BigDecimal::add));
        var order = orders.lock(recorded.company(), fact.order());
        order.applyInvoice(charged, leftOut(recorded));
        // Which invoice charges a delivery changes under the lock of the order alone.
        fact.deliveries()
                .forEach(
                        delivery -> deliveries.get(recorded.company(), delivery).invoicedBy(fact.invoice()));
        invoices.add(recorded.company(), new Invoice(recorded.company(), fact, number));
    }

    /** By order line; a return comes before the invoice that leaves it out. */
    private Map<Integer, BigDecimal> leftOut(Recorded<InvoiceIssued> recorded) {
        Map<Integer, BigDecimal> leftOut = new TreeMap<>();
        for (var returned : recorded.event().leftOut()) {
            deliveries
                    .returns()
                    .held(recorded.company(), returned)
                    .orElseThrow()
                    .moved()
                    .forEach((line, quantity) -> leftOut.merge(line, quantity, BigDecimal::add));
        }
        return leftOut;
    }

    public void credited(Recorded<CreditNoteIssued> recorded, String number) {
        var fact = recorded.event();
        var invoice = invoices.lock(recorded.company(), fact.invoice());
        invoice.creditedBy(fact);
        invoices.add(recorded.company(), new Invoice(recorded.company(), fact, number));
    }

    /** A payment that names no invoice, or one that is not of sales, changes no document. */
    public void paid(Recorded<PaymentReceived> recorded) {
        var fact = recorded.event();
        if (fact.invoice() != null) {
            invoices.tryLock(recorded.company(), fact.invoice()).ifPresent(invoice -> invoice.apply(fact));
        }
    }
}
