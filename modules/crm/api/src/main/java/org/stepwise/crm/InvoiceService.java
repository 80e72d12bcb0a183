package org.stepwise.crm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.crm.event.InvoiceLine;
import org.stepwise.data.Id;

/** Invoices and credit notes to customers. */
@ProviderType
public interface InvoiceService {

    /**
     * Charges everything of the order that is delivered and not invoiced; freight with the first invoice. Refuses with
     * {@code crm.invoice.nothing-delivered}. Answers once it is numbered.
     */
    InvoiceView issue(Id order, LocalDate on);

    /** Credits a goods return at the prices and taxes of the invoice that charged its delivery. */
    InvoiceView credit(Id returned, String reason, LocalDate on);

    /**
     * Ticks an invoice as paid by hand; refused with {@code crm.payment.accounting-is-on} while accounting is on.
     *
     * @param amount null: all that is open
     */
    void paid(Id invoice, BigDecimal amount, LocalDate on);

    InvoiceView find(Id invoice);

    /** An invoice or credit note. {@code kind}: INVOICE or CREDIT_NOTE; {@code status}: OPEN, PAID. */
    record InvoiceView(
            Id id,
            String number,
            String kind,
            Id order,
            Id customer,
            String customerName,
            String status,
            LocalDate issuedOn,
            LocalDate dueOn,
            String currency,
            BigDecimal net,
            BigDecimal tax,
            BigDecimal total,
            BigDecimal paid,
            long version,
            List<InvoiceLine> lines) {}
}
