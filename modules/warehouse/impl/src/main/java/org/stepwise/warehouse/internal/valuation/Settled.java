package org.stepwise.warehouse.internal.valuation;

import java.math.BigDecimal;

/** A delivery line whose cost became known; {@code amount} changes the value of stock: negative, it cost more. */
record Settled(Issue issue, BigDecimal amount) {}
