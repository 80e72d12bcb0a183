package org.stepwise.warehouse.internal.valuation;

/** How goods that leave are costed: the oldest layer first, or at the moving average. */
enum Method {
    FIFO,
    AVERAGE
}
