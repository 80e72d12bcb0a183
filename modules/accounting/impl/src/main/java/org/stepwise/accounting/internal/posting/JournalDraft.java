package org.stepwise.accounting.internal.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

    JournalDraft debit(String account, BigDecimal amount) {
        return line(account, amount, null);
    }

    JournalDraft credit(String account, BigDecimal amount) {
        return line(account, amount.negate(), null);
    }

    JournalDraft line(String account, BigDecimal amount, String lineText) {
        if (amount.signum() != 0) {
            lines.add(new Line(account, amount, lineText));
        }
        return this;
    }

    /** What is missing to zero, as a credit if positive. */
    BigDecimal residue() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<Line> lines() {
        if (residue().signum() != 0) {
            throw new IllegalStateException(kind + " journal of " + document + " does not balance by " + residue());
        }
        return lines;
    }
}
