package org.stepwise.log.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;

/** A product has a price from a day on. */
@EventType("shop.priced")
public record Priced(String product, LocalDate validFrom, BigDecimal price) implements Setting {}
