package org.stepwise.modules.internal.rental;

import java.math.BigDecimal;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** So much of a line came back. */
@EventType("rental.goods-given-back")
public record GoodsGivenBack(Id rental, int line, BigDecimal quantity) implements Fact {}
