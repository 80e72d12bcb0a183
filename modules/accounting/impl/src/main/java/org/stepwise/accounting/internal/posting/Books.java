package org.stepwise.accounting.internal.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.stepwise.accounting.internal.chart.PostingRules;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;

/** The books of one company in one transaction: journals are collected, and written together before the commit. */
final class Books implements Transactions.Pending {
    private final Sql sql;
    private final Id company;
    private final PostingRules rules;
    private final Sales sales;
    private final Turnovers turnovers;
    private final List<Object[]> journals = new ArrayList<>();
    private final List<Object[]> lines = new ArrayList<>();
    private LocalDate closedThrough;

    Books(Sql sql, Id company, PostingRules rules) {
        this.sql = sql;
        this.company = company;
        this.rules = rules;
        this.sales = new Sales(sql, company);
        this.turnovers = new Turnovers(sql, company);
        this.closedThrough = sql.first(
                        row -> row.getDate(1).toLocalDate(),
                        "SELECT closed_through FROM accounting.books WHERE company = ? AND closed_through IS NOT NULL",
                        company)
                .orElse(null);
    }

    PostingRules rules() {
        return rules;
    }

    Sales sales() {
        return sales;
    }

    /** Takes a balanced draft under an id; a draft without lines writes nothing. */
    void post(long id, JournalDraft draft) {
        if (draft.lines().isEmpty()) {
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
            total(draft)
        });
        int number = 0;
        for (var line : draft.lines()) {
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
    private static BigDecimal total(JournalDraft draft) {
        return draft.lines().stream()
                .map(JournalDraft.Line::amount)
                .filter(amount -> amount.signum() > 0)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public void write() {
        sales.write()
                .forEach(sale -> post(JournalIds.cost(sale.cost().movement().value()), sale.journal(rules)));
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
