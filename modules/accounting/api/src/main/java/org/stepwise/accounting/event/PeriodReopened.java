package org.stepwise.accounting.event;

import java.time.LocalDate;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** A closed month takes postings again; journals numbered keep their numbers. */
@EventType("accounting.period-reopened")
public record PeriodReopened(LocalDate first, LocalDate last, String reason) implements Fact {}
