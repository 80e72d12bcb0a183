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
 * The customer owes {@code total}. Covers whole deliveries of one order.
 *
 * @param deliveries the deliveries it charges, each wholly
 * @param net sum of the lines' net, {@code tax} of their tax
 * @param total net + tax: what is payable; rounded to the currency's minor unit where there is no rounding
 * @param returns what came back of these deliveries before they were invoiced and is not charged; null: none
 * @param rounding the order's, null of invoices of old
 */
@EventType("crm.invoice-issued")
public record InvoiceIssued(
        Id invoice,
        Id order,
        Id customer,
        List<Id> deliveries,
        LocalDate issuedOn,
        LocalDate dueOn,
        String currency,
        List<InvoiceLine> lines,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal total,
        List<Id> returns,
        String rounding)
        implements Fact, Numbered, Posted, FallsDue {
    /** What came back before is settled with its delivery: only the cost of what was kept is that of the sale. */
    @Override
    public Posting posting() {
        return new Charge(currency, lines, tax, total, rounding)
                .post(Posting.of("INVOICE", invoice, customer), BigDecimal.ONE)
                .claim("COST", deliveries, COST_OF_GOODS_SOLD)
                .claim("COST", leftOut(), COST_OF_GOODS_SOLD);
    }

    @Override
    public List<Due> due() {
        var invoiced = Posting.of("INVOICE", invoice, customer);
        return List.of(Due.of(Side.RECEIVABLE, RECEIVABLE, invoiced, total).on(issuedOn, dueOn));
    }

    /** What it leaves out and settles: goods that came back before they were charged. */
    public List<Id> leftOut() {
        return returns == null ? List.of() : returns;
    }

    @Override
    public String series() {
        return "INV";
    }

    @Override
    public Id document() {
        return invoice;
    }

    @Override
    public boolean chronological() {
        return true;
    }
}
