package org.stepwise.accounting.internal;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.LedgerService.Balance;
import org.stepwise.accounting.LedgerService.By;
import org.stepwise.accounting.LedgerService.OpenItem;
import org.stepwise.accounting.posting.Side;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;

/** Reads the tables of the books. */
@Component(service = LedgerTables.class)
public final class LedgerTables {
    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    /** What happened up to a day and was posted after it, for its month was closed: no posting date is before. */
    private static final String NOT_POSTED_YET = " UNION ALL SELECT account, debit, credit"
            + " FROM accounting.late_balance WHERE company = ? AND value_date <= ? AND posting_date > ?";

    private final Sql sql;

    @Activate
    public LedgerTables(@Reference Sql sql) {
        this.sql = sql;
    }

    /** A line of a journal with its head, in the order of the ledger. */
    record Line(
            Id journal,
            String kind,
            String number,
            String document,
            LocalDate valueDate,
            LocalDate postingDate,
            String text,
            String account,
            BigDecimal amount) {}

    public LocalDate closedThrough(Id company) {
        return sql.first(
                        row -> row.getDate(1).toLocalDate(),
                        "SELECT closed_through FROM accounting.period_lock"
                                + " WHERE company = ? AND closed_through IS NOT NULL",
                        company)
                .orElse(null);
    }

    /** Null without any journal. */
    public LocalDate firstPostingDate(Id company) {
        return day("SELECT MIN(posting_date) FROM accounting.journal WHERE company = ?", company);
    }

    private LocalDate day(String query, Id company) {
        return sql.list(row -> Optional.ofNullable(row.getDate(1)), query, company)
                .get(0)
                .map(Date::toLocalDate)
                .orElse(null);
    }

    Optional<Id> partyOfInvoice(Id company, Id invoice) {
        return sql.first(
                row -> new Id(row.getLong(1)),
                "SELECT party FROM accounting.open_item WHERE company = ? AND id = ?"
                        + " AND side = 'RECEIVABLE' AND kind = 'INVOICE'",
                company,
                invoice);
    }

    /** Whole months, and the days of the last one: never lines, however many there are. */
    List<Balance> trialBalance(Id company, LocalDate upTo, By by) {
        var day = upTo == null ? FOREVER : upTo;
        var month = day.withDayOfMonth(1);
        var values = new ArrayList<Object>(List.of(company, month, company, month, day));
        if (by == By.VALUE_DATE) {
            values.addAll(List.of(company, day, day));
        }
        values.add(company);
        return sql.list(
                LedgerTables::balance,
                "SELECT a.code, a.name, a.type, SUM(b.debit), SUM(b.credit) FROM accounting.account a JOIN ("
                        + " SELECT account, debit, credit FROM accounting.balance WHERE company = ? AND period < ?"
                        + " UNION ALL SELECT account, debit, credit FROM accounting.balance_of_day"
                        + " WHERE company = ? AND day >= ? AND day <= ?"
                        + (by == By.VALUE_DATE ? NOT_POSTED_YET : "")
                        + ") b ON b.account = a.code WHERE a.company = ?"
                        + " GROUP BY a.code, a.name, a.type ORDER BY a.code",
                values.toArray());
    }

    private static Balance balance(ResultSet row) throws SQLException {
        var debit = row.getBigDecimal(4);
        var credit = row.getBigDecimal(5);
        return new Balance(row.getString(1), row.getString(2), row.getString(3), debit, credit, debit.subtract(credit));
    }

    List<OpenItem> openItems(Id company) {
        return sql.list(
                LedgerTables::openItem,
                "SELECT i.id, i.side, n.number, i.party, i.issued_on, i.due_on, i.total, i.open_amount"
                        + " FROM accounting.open_item i"
                        + " LEFT JOIN accounting.document_number n ON n.company = i.company AND n.document = i.id"
                        + " WHERE i.company = ? AND i.settled = FALSE ORDER BY i.seq",
                company);
    }

    private static OpenItem openItem(ResultSet row) throws SQLException {
        var due = row.getDate(6);
        return new OpenItem(
                new Id(row.getLong(1)),
                Side.valueOf(row.getString(2)),
                row.getString(3),
                new Id(row.getLong(4)),
                row.getDate(5).toLocalDate(),
                due == null ? null : due.toLocalDate(),
                row.getBigDecimal(7),
                row.getBigDecimal(8));
    }

    List<Line> journals(Id company, LocalDate upTo, By by) {
        var date = by == By.VALUE_DATE ? "j.value_date" : "j.posting_date";
        return sql.list(
                LedgerTables::line,
                "SELECT j.id, j.kind, j.number, n.number, j.value_date, j.posting_date, j.text, l.account, l.amount"
                        + " FROM accounting.journal j JOIN accounting.journal_line l"
                        + " ON l.company = j.company AND l.journal = j.id"
                        + " LEFT JOIN accounting.document_number n"
                        + " ON n.company = j.company AND n.document = j.document"
                        + " WHERE j.company = ? AND " + date + " <= ? ORDER BY " + date + ", j.cause, j.id, l.line",
                company,
                upTo == null ? FOREVER : upTo);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new Id(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getDate(5).toLocalDate(),
                row.getDate(6).toLocalDate(),
                row.getString(7),
                row.getString(8),
                row.getBigDecimal(9));
    }

    /** Figures of the books, row by row. */
    void sums(Id company, String query, Sql.Row<?> each) {
        sql.list(each, query, company);
    }

    /** One figure of the books. */
    BigDecimal sum(String query, Object... values) {
        return sql.list(row -> Optional.ofNullable(row.getBigDecimal(1)), query, values)
                .get(0)
                .orElse(BigDecimal.ZERO);
    }
}
