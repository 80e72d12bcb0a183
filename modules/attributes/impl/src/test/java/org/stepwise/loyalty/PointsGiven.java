package org.stepwise.loyalty;

import java.math.BigDecimal;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** An order earns points; a fact of the partner's own. */
@EventType("loyalty.points-given")
public record PointsGiven(Id order, BigDecimal points) implements Fact {}
