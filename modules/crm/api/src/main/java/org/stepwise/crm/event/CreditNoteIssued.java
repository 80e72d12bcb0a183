package org.stepwise.crm.event;

import static org.stepwise.accounting.posting.LedgerPurpose.COST_OF_GOODS_SOLD;
import static org.stepwise.accounting.posting.LedgerPurpose.RECEIVABLE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.stepwise.accounting.posting.Due;
import org.stepwise.accounting.posting.FallsDue;
import org.stepwise.accounting.posting.Posted;
import org.stepwise.accounting.posting.Posting;
import org.stepwise.accounting.posting.Side;
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
        implements Fact, Numbered, Posted, FallsDue {
    @Override
    public Posting posting() {
        var credited =
                Posting.of("CREDIT_NOTE", creditNote, customer).related(invoice).text(reason);
        return new Charge(currency, lines, tax, total, rounding)
                .post(credited, BigDecimal.ONE.negate())
                .claim("COST", returned == null ? List.of() : List.of(returned), COST_OF_GOODS_SOLD);
    }

    @Override
    public List<Due> due() {
        var credited = Posting.of("CREDIT_NOTE", creditNote, customer);
        var due = Due.of(Side.RECEIVABLE, RECEIVABLE, credited, total.negate());
        return List.of(due.on(issuedOn, null).settling(invoice));
    }

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
