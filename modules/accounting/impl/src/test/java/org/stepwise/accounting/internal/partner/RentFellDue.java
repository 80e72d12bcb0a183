package org.stepwise.accounting.internal.partner;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.stepwise.accounting.posting.Dimension;
import org.stepwise.accounting.posting.Due;
import org.stepwise.accounting.posting.FallsDue;
import org.stepwise.accounting.posting.Posted;
import org.stepwise.accounting.posting.Posting;
import org.stepwise.accounting.posting.Side;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** We owe the rent of a month. */
@EventType("rental.rent-fell-due")
public record RentFellDue(Id rent, Id landlord, String department, BigDecimal amount, LocalDate dueOn)
        implements Fact, Posted, FallsDue {
    @Override
    public Posting posting() {
        return Posting.of("RENT", rent)
                .party(landlord)
                .debit(RentalPurpose.RENT, amount, new Dimension("department", department))
                .credit(RentalPurpose.RENT_OWED, amount);
    }

    @Override
    public List<Due> due() {
        return List.of(
                Due.of(Side.PAYABLE, RentalPurpose.RENT_OWED, posting(), amount).on(null, dueOn));
    }
}
