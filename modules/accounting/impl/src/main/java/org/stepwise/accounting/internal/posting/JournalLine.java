package org.stepwise.accounting.internal.posting;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.stepwise.data.DayConverter;

/** A line of a journal; a positive amount is a debit. */
@Entity
@IdClass(JournalLine.Key.class)
@Table(schema = "accounting", name = "journal_line")
public class JournalLine {
    @Id
    long journal;

    @Id
    int line;

    long company;
    String account;

    @Convert(converter = DayConverter.class)
    @Column(name = "value_date")
    LocalDate valueDate;

    BigDecimal amount;
    String text;

    protected JournalLine() {}

    JournalLine(Journal journal, int line, JournalDraft.Line content) {
        this.journal = journal.id;
        this.line = line;
        this.company = journal.company;
        this.account = content.account();
        this.valueDate = journal.valueDate;
        this.amount = content.amount();
        this.text = content.text();
    }

    /** What makes a line one. */
    public static final class Key implements Serializable {
        long journal;
        int line;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.journal == journal && key.line == line;
        }

        @Override
        public int hashCode() {
            return Objects.hash(journal, line);
        }
    }
}
