package org.stepwise.crm.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Numbered;

/**
 * The customer owes {@code total} less on the invoice named; prices, tax and rates are the invoice's own.
 *
 * @param returned the goods return it credits, wholly; null when nothing came back
 * @param total positive: what is credited
 * @param rounding the invoice's, null of credit notes of old
 */
@EventType("crm.credit-note-issued")
public record CreditNoteIssued(
        Id creditNote,
        Id invoice,
        Id order,
        Id customer,
        Id returned,
        LocalDate issuedOn,
        String currency,
        List<InvoiceLine> lines,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal total,
        String reason,
        String rounding)
        implements Fact, Numbered {
    @Override
    public String series() {
        return "CN";
    }

    @Override
    public Id document() {
        return creditNote;
    }

    @Override
    public boolean chronological() {
        return true;
    }
}
