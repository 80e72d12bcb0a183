package org.stepwise.accounting.internal.chart;

/** What an account is needed for; a dated posting rule says which account that is. */
public enum Purpose {
    BANK,
    RECEIVABLE,
    INVENTORY,
    SHIPPED_NOT_INVOICED,
    RECEIVED_NOT_INVOICED,
    TAX,
    OPENING,
    REVENUE,
    FREIGHT,
    COST_OF_GOODS_SOLD,
    ROUNDING
}
