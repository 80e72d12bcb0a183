package org.stepwise.log.internal;

import java.math.BigDecimal;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** Goods left the shop. */
@EventType("shop.sold")
public record Sold(Id document, String product, BigDecimal quantity) implements Fact {}
