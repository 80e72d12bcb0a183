package org.stepwise.accounting.internal.chart;

import org.stepwise.log.guard.Uses.Use;

/** What an account is needed for; a dated posting rule says which account that is. */
public enum Purpose {
    BANK("bank"),
    RECEIVABLE("receivables"),
    INVENTORY("inventory"),
    SHIPPED_NOT_INVOICED("goods shipped, not invoiced"),
    RECEIVED_NOT_INVOICED("goods received, not invoiced"),
    TAX("tax"),
    OPENING("opening balances"),
    REVENUE("revenue"),
    FREIGHT("freight charged"),
    COST_OF_GOODS_SOLD("cost of goods sold"),
    ROUNDING("rounding differences");

    private final String title;

    Purpose(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** The facts that are posted by it. */
    public Use<?>[] uses() {
        return PurposeUses.of(this);
    }
}
