package org.stepwise.masterdata.event;

import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/**
 * A product is known, or known better: the whole of it as it stands from now on.
 *
 * @param code chosen by the company, unique
 * @param unit base unit, in which stock is kept, such as {@code PCE}
 * @param kind {@code GOODS} are stocked, {@code SERVICE} are not
 * @param taxCode null for none
 */
@EventType(value = "masterdata.product-recorded", restates = true)
public record ProductRecorded(
        Id product, String code, String name, String category, String unit, String kind, String taxCode, boolean active)
        implements Fact {}
