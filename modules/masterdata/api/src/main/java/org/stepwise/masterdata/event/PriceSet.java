package org.stepwise.masterdata.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;

/** The list price of a product from a day on, net, per base unit. */
@EventType("masterdata.price-set")
public record PriceSet(Id product, BigDecimal price, String currency, LocalDate validFrom) implements Setting {}
