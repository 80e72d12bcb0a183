package org.stepwise.accounting.internal.openitem;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.stepwise.data.Id;

/**
 * An invoice that is owed (open above zero), or a credit note or payment not used up (open below zero).
 *
 * @param dueOn null for credits
 * @param seq its place in the log: the lower, the older
 */
record Item(
        Id id,
        String kind,
        Id party,
        LocalDate issuedOn,
        LocalDate dueOn,
        BigDecimal total,
        BigDecimal open,
        long seq) {

    boolean owed() {
        return total.signum() >= 0;
    }

    boolean settled() {
        return open.signum() == 0;
    }

    /** What can be set off between the two: as far as both go, and nothing when both are owed or both are credits. */
    BigDecimal common(Item other) {
        var opposite = open.signum() * other.open.signum() < 0;
        return opposite ? open.abs().min(other.open.abs()) : BigDecimal.ZERO;
    }

    /** Less open by the amount. */
    Item settle(BigDecimal amount) {
        var rest = open.signum() > 0 ? open.subtract(amount) : open.add(amount);
        return new Item(id, kind, party, issuedOn, dueOn, total, rest, seq);
    }
}
