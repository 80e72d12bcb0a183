package org.stepwise.crm.internal.invoice;

import java.math.BigDecimal;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.InvoiceService.InvoiceView;
import org.stepwise.crm.internal.DocumentEntities;
import org.stepwise.crm.internal.invoice.Invoice.Settled;
import org.stepwise.crm.internal.money.Charged;
import org.stepwise.data.Id;
import org.stepwise.data.Lists;
import org.stepwise.data.Sql;
import org.stepwise.error.NotFound;
import org.stepwise.masterdata.MasterData;

/** The invoices and credit notes of a company in the database. */
@Component(service = InvoiceRows.class)
public final class InvoiceRows {
    private static final String CREDITS = "SELECT l.order_line, l.tax_percent, SUM(l.quantity), SUM(l.net), SUM(l.tax)";
    private static final String NET_OF_CREDITS = "SELECT l.order_line, l.tax_percent,"
            + " SUM(CASE WHEN i.kind = 'INVOICE' THEN l.quantity ELSE -l.quantity END),"
            + " SUM(CASE WHEN i.kind = 'INVOICE' THEN l.net ELSE -l.net END),"
            + " SUM(CASE WHEN i.kind = 'INVOICE' THEN l.tax ELSE -l.tax END)";
    private static final String SUMS = " FROM crm.invoice i"
            + " JOIN crm.invoice_line l ON l.company = i.company AND l.document = i.id WHERE i.company = ?";
    private static final String BY_LINE = " GROUP BY l.order_line, l.tax_percent";

    private final DocumentEntities documents;
    private final Sql sql;
    private final Lists lists;

    @Activate
    public InvoiceRows(@Reference DocumentEntities documents, @Reference Sql sql, @Reference Lists lists) {
        this.documents = documents;
        this.sql = sql;
        this.lists = lists;
    }

    /** Nobody else pays or credits the invoice until this transaction ends. */
    Invoice lock(Id company, Id invoice) {
        return tryLock(company, invoice).orElseThrow(() -> unknown(invoice));
    }

    Optional<Invoice> tryLock(Id company, Id invoice) {
        return documents.lock(Invoice.class, company, invoice);
    }

    /** Refuses what is not there, and what is a credit note. */
    void requireInvoice(Id company, Id invoice) {
        get(company, invoice).requireInvoice("credited");
    }

    void add(Id company, Invoice invoice) {
        documents.add(company, invoice.id(), invoice);
    }

    InvoiceView view(Id company, Id invoice) {
        documents.flush();
        var row = get(company, invoice);
        var customer = name(company, row);
        return sql.first(
                        settled -> new Settled(
                                settled.getString(1), customer, settled.getBigDecimal(2), settled.getString(3)),
                        "SELECT number, paid, status FROM crm.invoice_overview WHERE company = ? AND id = ?",
                        company,
                        invoice)
                .map(row::view)
                .orElseThrow(() -> unknown(invoice));
    }

    /** A document that this transaction has issued: nobody can have numbered or settled it. */
    InvoiceView issued(Id company, Id invoice) {
        documents.flush();
        var row = get(company, invoice);
        return row.viewAsIssued(name(company, row));
    }

    private String name(Id company, Invoice invoice) {
        return lists.called(MasterData.PARTY_NAME, company, invoice.customer()).orElse(null);
    }

    /** What the documents of an order have charged of it so far, less what they have credited. */
    Charged charged(Id company, Id order) {
        return charged(NET_OF_CREDITS + SUMS + " AND i.order_id = ?" + BY_LINE, company, order);
    }

    /** What was credited of an invoice so far. */
    Charged credited(Id company, Invoice invoice) {
        return invoice.hasCredits()
                ? charged(
                        CREDITS + SUMS + " AND i.order_id = ? AND i.credited = ?" + BY_LINE,
                        company,
                        invoice.order(),
                        invoice.id())
                : Charged.NOTHING;
    }

    private Charged charged(String select, Object... values) {
        documents.flush();
        return new Charged(sql.list(
                row -> new Charged.Of(
                        row.getInt(1),
                        row.getBigDecimal(2),
                        row.getBigDecimal(3),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5)),
                select,
                values));
    }

    private Invoice get(Id company, Id invoice) {
        return documents.find(Invoice.class, company, invoice).orElseThrow(() -> unknown(invoice));
    }

    /** What is open as far as payments are allocated; the total while the reaction has not seen the invoice. */
    BigDecimal settledOpen(Id company, Id invoice, BigDecimal total) {
        return sql.first(
                        row -> row.getBigDecimal(1),
                        "SELECT total - credited - paid FROM crm.settlement WHERE company = ? AND id = ?",
                        company,
                        invoice)
                .orElse(total);
    }

    private static NotFound unknown(Id invoice) {
        return new NotFound(
                "crm.invoice.unknown", "there is no invoice or credit note " + invoice + " in this company");
    }
}
