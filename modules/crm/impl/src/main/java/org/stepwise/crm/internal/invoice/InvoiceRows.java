package org.stepwise.crm.internal.invoice;

import java.math.BigDecimal;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.InvoiceService.InvoiceView;
import org.stepwise.crm.internal.DocumentEntities;
import org.stepwise.crm.internal.invoice.Invoice.Settled;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.error.NotFound;
import org.stepwise.row.NamedRows;

/** The invoices and credit notes of a company in the database. */
@Component(service = InvoiceRows.class)
public final class InvoiceRows {
    private final DocumentEntities documents;
    private final Sql sql;
    private final NamedRows rows;

    @Activate
    public InvoiceRows(@Reference DocumentEntities documents, @Reference Sql sql, @Reference NamedRows rows) {
        this.documents = documents;
        this.sql = sql;
        this.rows = rows;
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
        var customer = name(row);
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
        return row.viewAsIssued(name(row));
    }

    private String name(Invoice invoice) {
        return rows.called("masterdata.parties", invoice.customer()).name();
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
