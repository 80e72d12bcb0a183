package org.stepwise.twin.random;

import java.math.BigDecimal;

/**
 * One act of a history. The numbers choose to what it is done, how much of it, for how much, and how many days before
 * today; a verb uses those that it needs.
 */
record Act(Verb verb, int which, BigDecimal quantity, BigDecimal amount, int daysAgo) {
    static Act of(Verb verb, int which, String quantity, String amount, int daysAgo) {
        return new Act(verb, which, new BigDecimal(quantity), new BigDecimal(amount), daysAgo);
    }

    /** As it is written in a test. */
    @Override
    public String toString() {
        return "Act.of(%s, %d, \"%s\", \"%s\", %d)"
                .formatted(verb, which, quantity.toPlainString(), amount.toPlainString(), daysAgo);
    }
}
