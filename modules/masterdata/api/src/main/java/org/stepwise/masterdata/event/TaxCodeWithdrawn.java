package org.stepwise.masterdata.event;

import java.time.LocalDate;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;

/** The rate that a tax code was to have from a day on is not to be: the one before it goes on. Nothing had used it. */
@EventType("masterdata.tax-code-withdrawn")
public record TaxCodeWithdrawn(String code, LocalDate validFrom) implements Setting {}
