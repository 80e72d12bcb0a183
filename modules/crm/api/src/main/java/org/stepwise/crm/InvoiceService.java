package org.stepwise.crm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.crm.event.InvoiceLine;
import org.stepwise.data.Id;
import org.stepwise.input.Bounds;
import org.stepwise.input.field.Amount;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Ref;

/**
 * Invoices and credit notes to customers. Refuses with {@code crm.input.invalid}, all at once, what its records do not
 * allow.
 */
@ProviderType
public interface InvoiceService {

    /**
     * Charges everything of the order that is delivered, kept and not invoiced; freight with the first invoice. What
     * came back before is settled by it. Refuses with {@code crm.invoice.nothing-delivered}, and with {@code
     * crm.invoice.before-delivery} a day on which the goods were still here. Answers once it is numbered.
     */
    InvoiceView issue(Id order, LocalDate on);

    /** Credits a goods return at the prices and taxes of the invoice that charged its delivery. */
    InvoiceView credit(Id invoice, NewCredit wanted);

    /** Ticks an invoice as paid by hand; refused with {@code crm.payment.accounting-is-on} while accounting is on. */
    void paid(Id invoice, NewPayment payment);

    InvoiceView find(Id invoice);

    /**
     * What is credited of an invoice.
     *
     * @param returned null: the oldest return of the invoice that is not credited yet; one of another invoice is
     *     refused with {@code crm.credit.other-invoice}
     */
    record NewCredit(@Ref("crm.returns") Id returned, @Max(Bounds.REASON) String reason, LocalDate on) {}

    /** What the customer paid; {@code amount} null: all that is open. */
    record NewPayment(@Amount BigDecimal amount, LocalDate on) {}

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
