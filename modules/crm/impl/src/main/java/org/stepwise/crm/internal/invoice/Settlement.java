package org.stepwise.crm.internal.invoice;

import java.math.BigDecimal;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;

/**
 * How far an invoice is settled.
 *
 * @param position of the invoice in the log: which one is the oldest
 */
record Settlement(Id party, long position, BigDecimal total, BigDecimal credited, BigDecimal paid) {

    static Settlement fresh(Id party, long position, BigDecimal total) {
        return new Settlement(party, position, total, Amounts.ZERO, Amounts.ZERO);
    }

    BigDecimal open() {
        return total.subtract(credited).subtract(paid);
    }

    boolean isOpen() {
        return open().signum() > 0;
    }

    /** What of an amount it can take. */
    BigDecimal takes(BigDecimal amount) {
        return amount.min(open()).max(Amounts.ZERO);
    }

    Settlement pay(BigDecimal amount) {
        return new Settlement(party, position, total, credited, paid.add(amount));
    }

    Settlement credit(BigDecimal amount) {
        return new Settlement(party, position, total, credited.add(amount), paid);
    }
}
