package org.stepwise.accounting.event;

import java.time.LocalDate;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Setting;

/** The account that a purpose (such as {@code RECEIVABLE}) is posted to from a day on. */
@EventType("accounting.posting-rule-set")
public record PostingRuleSet(String purpose, String account, LocalDate validFrom) implements Setting {}
