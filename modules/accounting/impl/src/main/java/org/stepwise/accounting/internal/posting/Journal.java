package org.stepwise.accounting.internal.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQuery;
import javax.persistence.Table;
import org.stepwise.data.DayConverter;

/** A journal; {@link JournalIds} makes its id. */
@Entity
@Table(schema = "accounting", name = "journal")
@NamedQuery(
        name = "Journal.unnumbered",
        query = "SELECT j FROM Journal j WHERE j.company = :company AND j.number IS NULL"
                + " AND j.postingDate <= :last ORDER BY j.postingDate, j.cause, j.id")
public class Journal {
    @Id
    long id;

    long company;
    String kind;
    long document;
    Long related;
    Long party;

    @Convert(converter = DayConverter.class)
    @Column(name = "value_date")
    LocalDate valueDate;

    @Convert(converter = DayConverter.class)
    @Column(name = "posting_date")
    LocalDate postingDate;

    long cause;
    String number;
    String text;
    BigDecimal total;

    protected Journal() {}

    Journal(long company, long id, JournalDraft draft, LocalDate postingDate, BigDecimal total) {
        this.company = company;
        this.id = id;
        this.kind = draft.kind;
        this.document = draft.document.value();
        this.related = draft.related == null ? null : draft.related.value();
        this.party = draft.party == null ? null : draft.party.value();
        this.valueDate = draft.valueDate;
        this.postingDate = postingDate;
        this.cause = draft.cause;
        this.text = draft.text;
        this.total = total;
    }
}
