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

/** A supplier charges what we received; what it charges more or less than we took it for is a price difference. */
@EventType("rental.goods-charged")
public record GoodsCharged(Id invoice, Id supplier, Id receipt, BigDecimal amount) implements Fact, Posted, FallsDue {
    @Override
    public Posting posting() {
        return Posting.of("SUPPLIER_INVOICE", invoice)
                .party(supplier)
                .related(receipt)
                .hold(receipt, LedgerPurpose.RECEIVED_NOT_INVOICED, amount)
                .credit(RentalPurpose.RENT_OWED, amount)
                .claim("DIFFERENCE", List.of(receipt), RentalPurpose.PRICE_DIFFERENCE);
    }

    @Override
    public List<Due> due() {
        return List.of(Due.of(Side.PAYABLE, RentalPurpose.RENT_OWED, posting(), amount));
    }
}
