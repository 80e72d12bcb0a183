package org.stepwise.accounting.internal;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.LedgerService.Balance;
import org.stepwise.accounting.LedgerService.OpenItem;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;

/** Reads the tables of the books. */
@Component(service = LedgerTables.class)
public final class LedgerTables {
    private static final LocalDate NEVER = LocalDate.of(1, 1, 1);
    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

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
            String text,
            String account,
            BigDecimal amount) {}

    LocalDate closedThrough(Id company) {
        return sql.first(
                        row -> row.getDate(1).toLocalDate(),
                        "SELECT closed_through FROM accounting.period_lock"
                                + " WHERE company = ? AND closed_through IS NOT NULL",
                        company)
                .orElse(null);
    }

    /** The first posting date after what is closed that has a journal. */
    LocalDate earliestOpen(Id company, LocalDate closed) {
        return sql.first(
                        row -> row.getDate(1).toLocalDate(),
                        "SELECT posting_date FROM accounting.journal WHERE company = ? AND posting_date > ?"
                                + " ORDER BY posting_date FETCH FIRST 1 ROWS ONLY",
                        company,
                        closed == null ? NEVER : closed)
                .orElse(null);
    }

    LocalDate newestValueDate(Id company) {
        return sql.list(
                        row -> Optional.ofNullable(row.getDate(1)),
                        "SELECT MAX(day) FROM accounting.balance_of_day WHERE company = ?",
                        company)
                .get(0)
                .map(Date::toLocalDate)
                .orElse(null);
    }

    Optional<Id> partyOfInvoice(Id company, Id invoice) {
        return sql.first(
                row -> new Id(row.getLong(1)),
                "SELECT party FROM accounting.open_item WHERE company = ? AND id = ? AND kind = 'INVOICE'",
                company,
                invoice);
    }

    /** Whole months, and the days of the last one: never lines, however many there are. */
    List<Balance> trialBalance(Id company, LocalDate upTo) {
        var day = upTo == null ? FOREVER : upTo;
        var month = day.withDayOfMonth(1);
        return sql.list(
                LedgerTables::balance,
                "SELECT a.code, a.name, a.type, SUM(b.debit), SUM(b.credit) FROM accounting.account a JOIN ("
                        + " SELECT account, debit, credit FROM accounting.balance WHERE company = ? AND period < ?"
                        + " UNION ALL SELECT account, debit, credit FROM accounting.balance_of_day"
                        + " WHERE company = ? AND day >= ? AND day <= ?"
                        + ") b ON b.account = a.code WHERE a.company = ?"
                        + " GROUP BY a.code, a.name, a.type ORDER BY a.code",
                company,
                month,
                company,
                month,
                day,
                company);
    }

    private static Balance balance(ResultSet row) throws SQLException {
        var debit = row.getBigDecimal(4);
        var credit = row.getBigDecimal(5);
        return new Balance(row.getString(1), row.getString(2), row.getString(3), debit, credit, debit.subtract(credit));
    }

    List<OpenItem> openItems(Id company) {
        return sql.list(
                LedgerTables::openItem,
                "SELECT i.id, n.number, i.party, i.issued_on, i.due_on, i.total, i.open_amount"
                        + " FROM accounting.open_item i"
                        + " LEFT JOIN accounting.document_number n ON n.document = i.id"
                        + " WHERE i.company = ? AND i.settled = FALSE ORDER BY i.seq",
                company);
    }

    private static OpenItem openItem(ResultSet row) throws SQLException {
        var due = row.getDate(5);
        return new OpenItem(
                new Id(row.getLong(1)),
                row.getString(2),
                new Id(row.getLong(3)),
                row.getDate(4).toLocalDate(),
                due == null ? null : due.toLocalDate(),
                row.getBigDecimal(6),
                row.getBigDecimal(7));
    }

    List<Line> journals(Id company, LocalDate upTo) {
        return sql.list(
                LedgerTables::line,
                "SELECT j.id, j.kind, j.number, n.number, j.value_date, j.text, l.account, l.amount"
                        + " FROM accounting.journal j JOIN accounting.journal_line l ON l.journal = j.id"
                        + " LEFT JOIN accounting.document_number n ON n.document = j.document"
                        + " WHERE j.company = ? AND j.value_date <= ? ORDER BY j.value_date, j.cause, j.id, l.line",
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
                row.getString(6),
                row.getString(7),
                row.getBigDecimal(8));
    }

    /** One figure of the books. */
    BigDecimal sum(String query, Object... values) {
        return sql.list(row -> Optional.ofNullable(row.getBigDecimal(1)), query, values)
                .get(0)
                .orElse(BigDecimal.ZERO);
    }
}
