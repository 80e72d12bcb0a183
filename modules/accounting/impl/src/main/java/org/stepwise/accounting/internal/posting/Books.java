package org.stepwise.accounting.internal.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stepwise.accounting.internal.chart.PostingRules;
import org.stepwise.accounting.posting.Posting;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.log.Entry;

/** The books of one company in one transaction: journals are collected, and written together before the commit. */
final class Books implements Transactions.Pending {
    private final Sql sql;
    private final Id company;
    private final PostingRules rules;
    private final Clearing clearing;
    private final Turnovers turnovers;
    private final List<Object[]> journals = new ArrayList<>();
    private final List<Object[]> lines = new ArrayList<>();
    private LocalDate closedThrough;

    Books(Sql sql, Id company, PostingRules rules) {
        this.sql = sql;
        this.company = company;
        this.rules = rules;
        this.clearing = new Clearing(sql, company);
        this.turnovers = new Turnovers(sql, company);
        this.closedThrough = sql.first(
                        row -> row.getDate(1).toLocalDate(),
                        "SELECT closed_through FROM accounting.books WHERE company = ? AND closed_through IS NOT NULL",
                        company)
                .orElse(null);
    }

    Clearing clearing() {
        return clearing;
    }

    /** Where the event stands for which something is posted. */
    record Place(LocalDate on, long cause, long position) {
        static Place of(Entry<?> entry) {
            return new Place(entry.on(), entry.cause(), entry.position());
        }
    }

    /** Takes what is posted for an event, by the rules of its day. */
    void post(Posting posting, Place at) {
        var on = posting.onTop() == null ? at.on() : posting.onTop();
        var ids = new JournalIds(posting, at.position());
        var draft = new JournalDraft(posting.kind(), posting.document(), on, at.cause())
                .party(posting.party())
                .related(posting.related())
                .text(posting.text());
        posting.lines().forEach(line -> post(line, ids, draft));
        for (var claim : posting.claims()) {
            var account = rules.account(claim.into(), claim.dimensions(), on);
            clearing.add(new Clearing.Claim(
                    claim.key(), claim.kind(), posting.document(), posting.party(), account, on, at.cause()));
        }
        post(ids.journal(), draft);
    }

    private void post(Posting.Line line, JournalIds ids, JournalDraft draft) {
        if (line.purpose() == null) {
            draft.line(line.account(), line.worth(), line.text());
            return;
        }
        if (line.worth().signum() == 0 && line.heldUnder() == null) {
            return;
        }
        var account = rules.account(line.purpose(), line.dimensions(), draft.valueDate);
        var purpose = line.purpose().name();
        draft.merged(purpose, account, line.worth());
        if (line.heldUnder() != null) {
            clearing.add(new Clearing.Hold(
                    line.heldUnder(), draft.document, ids.part(line.heldUnder()), purpose, account, line.worth()));
        }
    }

    /** Takes a balanced draft under an id; a draft without lines writes nothing. */
    void post(long id, JournalDraft draft) {
        var kept = draft.lines();
        if (kept.isEmpty()) {
            return;
        }
        var postingDate = postingDate(draft.valueDate);
        journals.add(new Object[] {
            company,
            id,
            draft.kind,
            draft.document,
            draft.related,
            draft.party,
            draft.valueDate,
            postingDate,
            draft.cause,
            draft.text,
            total(kept)
        });
        int number = 0;
        for (var line : kept) {
            lines.add(
                    new Object[] {company, id, ++number, line.account(), draft.valueDate, line.amount(), line.text()});
            turnovers.add(line.account(), postingDate, draft.valueDate, line.amount());
        }
    }

    /** The value date, or the first day after what is closed. */
    private LocalDate postingDate(LocalDate valueDate) {
        return closedThrough == null || valueDate.isAfter(closedThrough) ? valueDate : closedThrough.plusDays(1);
    }

    /** Of the debits, which are the credits too. */
    private static BigDecimal total(List<JournalDraft.Line> kept) {
        return kept.stream()
                .map(JournalDraft.Line::amount)
                .filter(amount -> amount.signum() > 0)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public void write() {
        clearing.write().forEach(cleared -> post(cleared.id(), cleared.journal()));
        sql.batch(
                "INSERT INTO accounting.journal (company, id, kind, document, related, party, value_date, posting_date,"
                        + " cause, text, total) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                journals);
        sql.batch(
                "INSERT INTO accounting.journal_line (company, journal, line, account, value_date, amount, text)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                lines);
        journals.clear();
        lines.clear();
        turnovers.write();
    }

    /** Closes what is posted up to the last day, and numbers its journals. */
    void close(LocalDate last) {
        closeThrough(last);
        new JournalNumbers(sql, company).giveThrough(last);
    }

    /** What came before is posted by the periods that were open then. */
    void closeThrough(LocalDate last) {
        write();
        closedThrough = last;
        if (sql.write("UPDATE accounting.books SET closed_through = ? WHERE company = ?", last, company) == 0) {
            sql.write("INSERT INTO accounting.books (closed_through, company) VALUES (?, ?)", last, company);
        }
    }
}
