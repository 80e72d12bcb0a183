package org.stepwise.crm.internal.invoice;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.InvoiceService;
import org.stepwise.crm.internal.CrmPermissions;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.crm.internal.Wanted;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;

/** Issues invoices and credit notes, and takes payments by hand while nobody keeps the books. */
@Component
public final class InvoiceDesk implements InvoiceService {
    private final SalesVerbs sales;
    private final Sources sources;
    private final InvoiceRows invoices;
    private final ChargedRows charged;

    @Activate
    public InvoiceDesk(
            @Reference SalesVerbs sales,
            @Reference Sources sources,
            @Reference InvoiceRows invoices,
            @Reference ChargedRows charged) {
        this.sales = sales;
        this.sources = sources;
        this.invoices = invoices;
        this.charged = charged;
    }

    @Override
    public InvoiceView issue(Id order, LocalDate on) {
        awaitWarehouse();
        return numbered(CrmPermissions.INVOICE_ISSUE, invoice -> {
            var day = sales.day(on);
            // The order is locked before its deliveries are read: two people who press at once charge them once.
            var locked = sources.lock(order);
            var billing = new Billing(locked, reckoning -> charged.charged(sales.company(), locked, reckoning));
            sales.record(day, billing.issue(invoice, sources.uncharged(order), day, sources.taxPercents(day)));
        });
    }

    @Override
    public InvoiceView credit(Id invoice, NewCredit wanted) {
        awaitWarehouse();
        var issued = numbered(CrmPermissions.CREDIT, creditNote -> {
            var credit = Wanted.INPUT.checked(wanted);
            var day = sales.day(credit.on());
            invoices.requireInvoice(sales.company(), invoice);
            var back = sources.returned(invoice, credit.returned(), day);
            var row = invoices.lock(sales.company(), invoice);
            var earlier = charged.credited(sales.company(), row);
            sales.record(day, row.credit(creditNote, back, earlier, credit.reason(), day));
        });
        // Most of them are used at once, by the invoice that they credit: that is decided in log order.
        sales.follow();
        return sales.read(CrmPermissions.CREDIT, () -> invoices.view(sales.company(), issued.id()));
    }

    @Override
    public void paid(Id invoice, NewPayment wanted) {
        sales.write(CrmPermissions.PAYMENT, () -> {
            if (sales.accountingKeepsBooks()) {
                throw new Conflict(
                        "crm.payment.accounting-is-on",
                        "payments are recorded by accounting while it is on; record this one there");
            }
            var payment = Wanted.INPUT.checked(wanted);
            var row = invoices.lock(sales.company(), invoice);
            var open = invoices.settledOpen(sales.company(), invoice, row.total());
            sales.record(sales.day(payment.on()), row.pay(sales.next(), payment.amount(), open));
            return null;
        });
        // What is settled is computed in log order; whoever looks next shall see this payment.
        sales.follow();
    }

    @Override
    public InvoiceView find(Id invoice) {
        return sales.read(CrmPermissions.INVOICE_READ, () -> invoices.view(sales.company(), invoice));
    }

    /** A delivery or return that the warehouse has just posted shall not be missed. */
    private void awaitWarehouse() {
        if (sales.warehouseKeepsStock()) {
            sales.follow();
        }
    }

    /** Issues a document and answers once it is numbered. */
    private InvoiceView numbered(String permission, Consumer<Id> issue) {
        var document = sales.next();
        return sales.issue(
                document,
                () -> sales.write(permission, () -> {
                    issue.accept(document);
                    return invoices.issued(sales.company(), document);
                }),
                InvoiceDesk::numbered);
    }

    private static InvoiceView numbered(InvoiceView view, String number) {
        return new InvoiceView(
                view.id(),
                number,
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
                view.rounding(),
                view.version(),
                view.lines());
    }
}
