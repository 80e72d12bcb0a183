package org.stepwise.crm.internal.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.InvoiceService;
import org.stepwise.crm.internal.CrmPermissions;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.crm.internal.Waiting;
import org.stepwise.crm.internal.Wanted;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;

/** Issues invoices and credit notes, and takes payments by hand while nobody keeps the books. */
@Component
public final class InvoiceDesk implements InvoiceService {
    private final SalesVerbs sales;
    private final Sources sources;
    private final InvoiceRows invoices;
    private final Waiting waiting;

    @Activate
    public InvoiceDesk(
            @Reference SalesVerbs sales,
            @Reference Sources sources,
            @Reference InvoiceRows invoices,
            @Reference Waiting waiting) {
        this.sales = sales;
        this.sources = sources;
        this.invoices = invoices;
        this.waiting = waiting;
    }

    @Override
    public InvoiceView issue(Id order, LocalDate on) {
        awaitWarehouse();
        var view = sales.write(CrmPermissions.INVOICE_ISSUE, () -> {
            var day = sales.day(on);
            var invoice = sales.next();
            // The order is locked before its deliveries are read: two people who press at once charge them once.
            var billing = sources.billing(order, day);
            var fact = billing.issue(invoice, sources.uninvoiced(order), day);
            sales.record(day, fact);
            return invoices.view(sales.company(), invoice);
        });
        return numbered(view);
    }

    @Override
    public InvoiceView credit(Id returned, String reason, LocalDate on) {
        awaitWarehouse();
        var view = sales.write(CrmPermissions.CREDIT, () -> {
            var day = sales.day(on);
            var creditNote = sales.next();
            var back = sources.returned(returned);
            var charged = sources.invoiceOf(back.delivery());
            var fact = invoices.lock(sales.company(), charged)
                    .credit(creditNote, back, Wanted.text("reason", reason, 200), day);
            sales.record(day, fact);
            return invoices.view(sales.company(), creditNote);
        });
        return numbered(view);
    }

    @Override
    public void paid(Id invoice, BigDecimal amount, LocalDate on) {
        sales.write(CrmPermissions.PAYMENT, () -> {
            if (sales.accountingKeepsBooks()) {
                throw new Conflict(
                        "crm.payment.accounting-is-on",
                        "payments are recorded by accounting while it is on; record this one there");
            }
            var row = invoices.lock(sales.company(), invoice);
            var open = invoices.settledOpen(sales.company(), invoice, row.total());
            sales.record(sales.day(on), row.pay(sales.next(), amount, open));
            return null;
        });
        // What is settled is computed in log order; whoever looks next shall see this payment.
        waiting.caughtUp(sales.company());
    }

    @Override
    public InvoiceView find(Id invoice) {
        return sales.read(CrmPermissions.INVOICE_READ, () -> invoices.view(sales.company(), invoice));
    }

    /** A delivery or return that the warehouse has just posted shall not be missed. */
    private void awaitWarehouse() {
        if (sales.warehouseKeepsStock()) {
            waiting.caughtUp(sales.company());
        }
    }

    private InvoiceView numbered(InvoiceView view) {
        if (view.number() != null) {
            return view;
        }
        return new InvoiceView(
                view.id(),
                waiting.number(sales.company(), view.id()),
                view.kind(),
                view.order(),
                view.customer(),
                view.customerName(),
                view.status(),
                view.issuedOn(),
                view.dueOn(),
                view.currency(),
                view.net(),
                view.tax(),
                view.total(),
                view.paid(),
                view.version(),
                view.lines());
    }
}
