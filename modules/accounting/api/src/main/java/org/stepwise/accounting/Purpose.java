package org.stepwise.accounting;

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

    /** As people call it. */
    public String title() {
        return title;
    }
}
