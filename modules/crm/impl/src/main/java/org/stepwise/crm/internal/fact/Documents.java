package org.stepwise.crm.internal.fact;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.event.PaymentReceived;
import org.stepwise.crm.document.GoodsReturn;
import org.stepwise.crm.event.CreditNoteIssued;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.crm.event.OrderCancelled;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.crm.internal.invoice.InvoiceFacts;
import org.stepwise.document.DocumentService;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;
import org.stepwise.log.event.DocumentNumbered;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReturned;

/** The documents of sales: every fact that writes one, whichever door recorded it. */
@Component(service = Projection.class)
public final class Documents implements Projection {
    private final DocumentService documents;
    private final OrderFacts orders;
    private final InvoiceFacts invoices;
    private final DocumentNumbers numbers;

    @Activate
    public Documents(
            @Reference OrderFacts orders,
            @Reference InvoiceFacts invoices,
            @Reference DocumentNumbers numbers,
            @Reference DocumentService documents) {
        this.documents = documents;
        this.orders = orders;
        this.invoices = invoices;
        this.numbers = numbers;
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
                        numbers.take(recorded.company(), recorded.event().invoice())));
        on.apply(
                CreditNoteIssued.class,
                fact -> List.of(fact.order(), fact.invoice()),
                recorded -> invoices.credited(
                        recorded,
                        numbers.take(recorded.company(), recorded.event().creditNote())));
        on.apply(
                PaymentReceived.class,
                fact -> fact.invoice() == null ? List.of() : List.of(fact.invoice()),
                invoices::paid);
        on.apply(
                DocumentNumbered.class,
                fact -> List.of(fact.document()),
                recorded -> numbers.given(recorded.company(), recorded.event()));
        documents
                .of(GoodsReturn.class)
                .folds(on)
                .begin(GoodsReturned.class, GoodsReturned::returned, OrderFacts::back)
                .foldEach(
                        InvoiceIssued.class,
                        InvoiceIssued::leftOut,
                        (back, issued) -> back.leftOutBy(issued.event().invoice()))
                .fold(
                        CreditNoteIssued.class,
                        CreditNoteIssued::returned,
                        (back, issued) -> back.creditedBy(issued.event().creditNote()));
    }
}
