package org.stepwise.accounting.internal.openitem;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.stepwise.accounting.posting.Due;
import org.stepwise.accounting.posting.Side;
import org.stepwise.data.Id;

/**
 * A document by which something is owed (open above zero), or one that settles and is not used up (open below zero).
 *
 * @param side who owes: nothing of one side settles what is on the other
 * @param purpose the control account it stands on, by purpose
 * @param dueOn null of what settles
 * @param seq its place in the log: the lower, the older
 */
record Item(
        Id id,
        String kind,
        Side side,
        String purpose,
        Id party,
        LocalDate issuedOn,
        LocalDate dueOn,
        BigDecimal total,
        BigDecimal open,
        long seq) {

    /** What falls due by an event of that day, at its place in the log. */
    static Item of(Due due, LocalDate on, long seq) {
        var issued = due.issuedOn() == null ? on : due.issuedOn();
        return new Item(
                due.item(),
                due.kind(),
                due.side(),
                due.purpose().name(),
                due.party(),
                issued,
                due.dueOn(),
                due.worth(),
                due.worth(),
                seq);
    }

    /** Whose it is, on which side. */
    Account account() {
        return new Account(party, side);
    }

    /** What a party owes us, or what we owe it. */
    record Account(Id party, Side side) {}

    boolean owed() {
        return total.signum() >= 0;
    }

    boolean settled() {
        return open.signum() == 0;
    }

    /** What can be set off between the two: as far as both go; nothing of another side or party. */
    BigDecimal common(Item other) {
        var opposite = account().equals(other.account()) && open.signum() * other.open.signum() < 0;
        return opposite ? open.abs().min(other.open.abs()) : BigDecimal.ZERO;
    }

    /** Less open by the amount. */
    Item settle(BigDecimal amount) {
        var rest = open.signum() > 0 ? open.subtract(amount) : open.add(amount);
        return new Item(id, kind, side, purpose, party, issuedOn, dueOn, total, rest, seq);
    }
}
