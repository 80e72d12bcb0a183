package org.stepwise.accounting.event;

import java.time.LocalDate;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** A month of the books is closed: nothing is posted into it from now on, and its journals are numbered. */
@EventType("accounting.period-closed")
public record PeriodClosed(LocalDate first, LocalDate last) implements Fact {}
