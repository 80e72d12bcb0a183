package org.stepwise.masterdata.event;

import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/**
 * The company exists; the first fact of its log.
 *
 * @param currency ISO 4217, of its books
 * @param zone decides which day it is, such as {@code Europe/Berlin}
 * @param language by which its texts are sorted and found, such as {@code de}; null where nobody said it then: English
 */
@EventType("masterdata.company-founded")
public record CompanyFounded(Id company, String name, String currency, String zone, String language) implements Fact {}
