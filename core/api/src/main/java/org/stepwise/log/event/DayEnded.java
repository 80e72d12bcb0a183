package org.stepwise.log.event;

import java.time.LocalDate;
import org.stepwise.log.EventType;
import org.stepwise.log.Fact;

/** A day of the company is over; every day has one, days while the server stood still included. */
@EventType("erp.day-ended")
public record DayEnded(LocalDate day) implements Fact {}
