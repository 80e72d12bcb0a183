package org.stepwise.accounting.internal.partner;

import java.math.BigDecimal;
import java.util.List;
import org.stepwise.accounting.posting.Due;
import org.stepwise.accounting.posting.FallsDue;
import org.stepwise.accounting.posting.LedgerPurpose;
import org.stepwise.accounting.posting.Posted;
import org.stepwise.accounting.posting.Posting;
import org.stepwise.accounting.posting.Side;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** We paid rent. */
@EventType("rental.rent-paid")
public record RentPaid(Id payment, Id landlord, Id settles, BigDecimal amount) implements Fact, Posted, FallsDue {
    @Override
    public Posting posting() {
        return Posting.of("RENT_PAID", payment)
                .party(landlord)
                .debit(RentalPurpose.RENT_OWED, amount)
                .credit(LedgerPurpose.BANK, amount);
    }

    @Override
    public List<Due> due() {
        return List.of(Due.of(Side.PAYABLE, RentalPurpose.RENT_OWED, posting(), amount.negate())
                .settling(settles));
    }
}
