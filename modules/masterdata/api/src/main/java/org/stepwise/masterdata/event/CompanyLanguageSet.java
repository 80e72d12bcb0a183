package org.stepwise.masterdata.event;

import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** The texts of the company are sorted and found by another language from now on; no figure depends on it. */
@EventType("masterdata.company-language-set")
public record CompanyLanguageSet(String language) implements Fact {}
