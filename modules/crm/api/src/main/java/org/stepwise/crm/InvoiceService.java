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
     * Charges everything of the order that is delivered, kept and not invoiced; freight with the first invoice. What
     * came back before is settled by it. Refuses with {@code crm.invoice.nothing-delivered}, and with {@code
     * crm.invoice.before-delivery} a day on which the goods were still here. Answers once it is numbered.
     */
    InvoiceView issue(Id order, LocalDate on);

    /**
     * Credits a goods return at the prices and taxes of the invoice that charged its delivery.
     *
     * @param returned null: the oldest return of the invoice that is not credited yet; one of another invoice is
     *     refused with {@code crm.credit.other-invoice}
     */
    InvoiceView credit(Id invoice, Id returned, String reason, LocalDate on);

    /**
     * Ticks an invoice as paid by hand; refused with {@code crm.payment.accounting-is-on} while accounting is on.
     *
     * @param amount null: all that is open
     */
    void paid(Id invoice, BigDecimal amount, LocalDate on);

    InvoiceView find(Id invoice);

    /**
     * An invoice or credit note.
     *
     * @param kind INVOICE or CREDIT_NOTE
     * @param status OPEN while something is owed or, of a credit note, not used up; PAID then
     * @param paid what of it is paid or, of a credit note, used
     * @param rounding LINE or DOCUMENT; null of documents of old
     */
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
            String rounding,
            long version,
            List<InvoiceLine> lines) {}
}
