package org.stepwise.log.event;

import java.time.LocalDate;

/** A day of the company is over; every day has one, days while the server stood still included. */
@EventType("erp.day-ended")
public record DayEnded(LocalDate day) implements Fact {}
