package org.stepwise.masterdata.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;

/** The rate of a tax code from a day on, in percent. */
@EventType("masterdata.tax-code-set")
public record TaxCodeSet(String code, String name, BigDecimal percent, LocalDate validFrom) implements Setting {}
