package org.stepwise.accounting.internal.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stepwise.data.Id;

/** A journal being written: lines of zero are left out, and it balances or is a bug. */
final class JournalDraft {
    /** Positive is debit. */
    record Line(String account, BigDecimal amount, String text) {}

    final String kind;
    final Id document;
    final LocalDate valueDate;
    final long cause;
    Id related;
    Id party;
    String text;
    private final List<Line> lines = new ArrayList<>();
    private final Map<List<String>, Integer> places = new HashMap<>();

    JournalDraft(String kind, Id document, LocalDate valueDate, long cause) {
        this.kind = kind;
        this.document = document;
        this.valueDate = valueDate;
        this.cause = cause;
    }

    JournalDraft related(Id other) {
        related = other;
        return this;
    }

    JournalDraft party(Id whom) {
        party = whom;
        return this;
    }

    JournalDraft text(String what) {
        text = what;
        return this;
    }

    /** A line of its own. */
    JournalDraft line(String account, BigDecimal amount, String lineText) {
        lines.add(new Line(account, amount, lineText));
        return this;
    }

    /** One line with what else a purpose has on the account. */
    JournalDraft merged(String purpose, String account, BigDecimal amount) {
        var place = places.putIfAbsent(List.of(purpose, account), lines.size());
        if (place == null) {
            return line(account, amount, null);
        }
        lines.set(place, new Line(account, lines.get(place).amount().add(amount), null));
        return this;
    }

    private BigDecimal residue() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<Line> lines() {
        if (residue().signum() != 0) {
            throw new IllegalStateException(kind + " journal of " + document + " does not balance by " + residue());
        }
        return lines.stream().filter(line -> line.amount().signum() != 0).toList();
    }
}
