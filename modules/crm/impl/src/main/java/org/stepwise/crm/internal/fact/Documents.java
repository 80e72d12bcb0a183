package org.stepwise.crm.internal.fact;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.event.PaymentReceived;
import org.stepwise.crm.event.CreditNoteIssued;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.crm.event.OrderCancelled;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.crm.internal.invoice.InvoiceFacts;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;
import org.stepwise.log.event.DocumentNumbered;
import org.stepwise.masterdata.event.PartyRecorded;
import org.stepwise.masterdata.event.PersonErased;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReturned;

/** The documents of sales: every fact that writes one, whichever door recorded it. */
@Component(service = Projection.class)
public final class Documents implements Projection {
    private final OrderFacts orders;
    private final InvoiceFacts invoices;
    private final Labels labels;

    @Activate
    public Documents(@Reference OrderFacts orders, @Reference InvoiceFacts invoices, @Reference Labels labels) {
        this.orders = orders;
        this.invoices = invoices;
        this.labels = labels;
    }

    @Override
    public String module() {
        return SalesVerbs.MODULE;
    }

    @Override
    public String name() {
        return "crm.documents";
    }

    @Override
    public void define(Handlers on) {
        on.apply(OrderConfirmed.class, fact -> List.of(fact.order()), orders::confirmed);
        on.apply(OrderCancelled.class, fact -> List.of(fact.order()), orders::cancelled);
        on.apply(DeliveryPosted.class, fact -> List.of(fact.order()), orders::delivered);
        on.apply(GoodsReturned.class, fact -> List.of(fact.order()), orders::returned);
        on.apply(
                InvoiceIssued.class,
                fact -> List.of(fact.order(), fact.invoice()),
                recorded -> invoices.issued(
                        recorded,
                        labels.number(recorded.company(), recorded.event().invoice()),
                        labels.customerName(recorded.company(), recorded.event().customer())));
        on.apply(
                CreditNoteIssued.class,
                fact -> List.of(fact.order(), fact.invoice()),
                recorded -> invoices.credited(
                        recorded,
                        labels.number(recorded.company(), recorded.event().creditNote()),
                        labels.customerName(recorded.company(), recorded.event().customer())));
        on.apply(
                PaymentReceived.class,
                fact -> fact.invoice() == null ? List.of() : List.of(fact.invoice()),
                invoices::paid);
        on.apply(
                DocumentNumbered.class,
                fact -> List.of(fact.document()),
                recorded -> labels.number(recorded.company(), recorded.event()));
        on.apply(
                PartyRecorded.class,
                fact -> List.of(fact.party()),
                recorded -> labels.known(recorded.company(), recorded.event()));
        on.apply(
                PersonErased.class,
                fact -> List.of(fact.party()),
                recorded -> labels.erased(recorded.company(), recorded.event().party()));
    }
}
