package org.stepwise.accounting.event;

import java.math.BigDecimal;
import java.util.List;
import org.stepwise.accounting.posting.Posted;
import org.stepwise.accounting.posting.Posting;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** A journal entered by hand; its lines add up to zero. {@code reverses}: the journal it undoes, or null. */
@EventType("accounting.journal-entered")
public record JournalEntered(Id journal, String text, Id reverses, List<Line> lines) implements Fact, Posted {
    /** Positive amounts are debits. */
    public record Line(String account, BigDecimal amount, String text) {}

    @Override
    public Posting posting() {
        var posting = Posting.of("ENTRY", journal).related(reverses).text(text);
        lines.forEach(line -> posting.account(line.account(), line.amount(), line.text()));
        return posting;
    }
}
