package org.stepwise.accounting.internal.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.stepwise.accounting.Purpose;
import org.stepwise.accounting.internal.chart.PostingRules;
import org.stepwise.data.Id;

/** A delivery whose cost is known and which is invoiced, or a return whose cost is known and which is credited. */
record Sale(Cost cost, Charge charge) {

    /** What a delivery (negative) or return (positive) did to the value of stock, as the warehouse concluded. */
    record Cost(Id movement, LocalDate movedOn, BigDecimal amount) {}

    /** The invoice that charges a delivery, or the credit note that credits a return. */
    record Charge(Id movement, Id invoice, Id party, LocalDate chargedOn, long cause) {}

    /** Goods shipped not invoiced become cost of goods sold, on the day of the invoice. */
    JournalDraft journal(PostingRules rules) {
        return new JournalDraft("COST", charge.invoice(), charge.chargedOn(), charge.cause())
                .related(cost.movement())
                .party(charge.party())
                .credit(rules.account(Purpose.COST_OF_GOODS_SOLD, charge.chargedOn()), cost.amount())
                .debit(rules.account(Purpose.SHIPPED_NOT_INVOICED, cost.movedOn()), cost.amount());
    }
}
