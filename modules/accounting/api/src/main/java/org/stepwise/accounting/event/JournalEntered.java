package org.stepwise.accounting.event;

import java.math.BigDecimal;
import java.util.List;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** A journal entered by hand; its lines add up to zero. {@code reverses}: the journal it undoes, or null. */
@EventType("accounting.journal-entered")
public record JournalEntered(Id journal, String text, Id reverses, List<Line> lines) implements Fact {
    /** Positive amounts are debits. */
    public record Line(String account, BigDecimal amount, String text) {}
}
