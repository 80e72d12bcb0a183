package org.stepwise.bench.trade;

import java.util.Locale;

/** What is done with an order. */
public enum Step {
    CREATE,
    PLAN_DELIVERY,
    DISPLAY,
    POST_DELIVERY,
    LIST,
    INVOICE,
    PAY;

    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
