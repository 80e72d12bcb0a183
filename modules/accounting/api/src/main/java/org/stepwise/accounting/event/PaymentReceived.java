package org.stepwise.accounting.event;

import static org.stepwise.accounting.posting.LedgerPurpose.BANK;
import static org.stepwise.accounting.posting.LedgerPurpose.RECEIVABLE;

import java.math.BigDecimal;
import java.util.List;
import org.stepwise.accounting.posting.Due;
import org.stepwise.accounting.posting.FallsDue;
import org.stepwise.accounting.posting.Posted;
import org.stepwise.accounting.posting.Posting;
import org.stepwise.accounting.posting.Side;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/**
 * A customer paid. Doors: accounting; sales (an invoice ticked as paid) while accounting is off.
 *
 * @param invoice what it pays; null: the party's oldest open items first
 * @param amount positive, in the minor unit of the currency
 */
@EventType(value = "accounting.payment-received", doors = "crm")
public record PaymentReceived(Id payment, Id party, Id invoice, BigDecimal amount, String currency, String reference)
        implements Fact, Posted, FallsDue {
    @Override
    public Posting posting() {
        return Posting.of("PAYMENT", payment, party)
                .related(invoice)
                .text(reference)
                .currency(currency)
                .debit(BANK, amount)
                .credit(RECEIVABLE, amount);
    }

    @Override
    public List<Due> due() {
        return List.of(
                Due.of(Side.RECEIVABLE, RECEIVABLE, posting(), amount.negate()).settling(invoice));
    }
}
