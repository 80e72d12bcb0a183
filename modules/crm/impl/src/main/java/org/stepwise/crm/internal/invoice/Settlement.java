package org.stepwise.crm.internal.invoice;

import java.math.BigDecimal;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;

/**
 * How far an invoice is settled, or how far a credit note or payment is used.
 *
 * @param position in the log: which one is the oldest
 * @param owed by the party: an invoice; otherwise it settles invoices
 * @param credited of an invoice, by its credit notes
 * @param paid of an invoice, by anything else; of a credit note or payment what is used
 */
record Settlement(Id party, long position, boolean owed, BigDecimal total, BigDecimal credited, BigDecimal paid) {

    static Settlement owed(Id party, long position, BigDecimal total) {
        return new Settlement(party, position, true, total, Amounts.ZERO, Amounts.ZERO);
    }

    static Settlement credit(Id party, long position, BigDecimal total) {
        return new Settlement(party, position, false, total, Amounts.ZERO, Amounts.ZERO);
    }

    BigDecimal open() {
        return total.subtract(credited).subtract(paid);
    }

    boolean isOpen() {
        return open().signum() > 0;
    }

    /** What the two can be set off against each other: nothing when both are owed or both are credits. */
    BigDecimal common(Settlement other) {
        var opposite = owed != other.owed && party.equals(other.party);
        return opposite ? open().min(other.open()).max(Amounts.ZERO) : Amounts.ZERO;
    }

    Settlement pay(BigDecimal amount) {
        return new Settlement(party, position, owed, total, credited, paid.add(amount));
    }

    Settlement credit(BigDecimal amount) {
        return new Settlement(party, position, owed, total, credited.add(amount), paid);
    }
}
