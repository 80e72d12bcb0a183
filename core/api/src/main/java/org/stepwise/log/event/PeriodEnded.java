package org.stepwise.log.event;

import java.time.LocalDate;

/** A calendar month of the company is over; follows the {@link DayEnded} of its last day. */
@EventType("erp.period-ended")
public record PeriodEnded(LocalDate first, LocalDate last) implements Fact {}
