package org.stepwise.loyalty;

import java.util.Map;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** Lines of an order bring gifts, by line; a fact of the partner's own. */
@EventType("loyalty.gifts-promised")
public record GiftsPromised(Id order, Map<String, String> gifts) implements Fact {}
