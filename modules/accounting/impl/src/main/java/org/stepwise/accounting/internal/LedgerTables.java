package org.stepwise.accounting.internal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
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
import org.stepwise.accounting.LedgerService.OpenItem;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;

/** Reads the tables of the books. */
@Component(service = LedgerTables.class)
public final class LedgerTables {
    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private final Transactions transactions;

    @Activate
    public LedgerTables(@Reference Transactions transactions) {
        this.transactions = transactions;
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

    @FunctionalInterface
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Reader<T> reader, Object... values) {
        var found = new ArrayList<T>();
        try (Connection connection = transactions.connection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the books cannot be read", failure);
        }
        return found;
    }

    LocalDate closedThrough(Id company) {
        var sql = "SELECT closed_through FROM accounting.period_lock WHERE company = ? AND closed_through IS NOT NULL";
        return query(sql, row -> row.getDate(1).toLocalDate(), company.value()).stream()
                .findFirst()
                .orElse(null);
    }

    /** The first posting date after what is closed that has a journal. */
    LocalDate earliestOpen(Id company, LocalDate closed) {
        var sql = "SELECT MIN(posting_date) FROM accounting.journal WHERE company = ? AND posting_date > ?";
        var after = Date.valueOf(closed == null ? LocalDate.of(1, 1, 1) : closed);
        var earliest = query(sql, row -> Optional.ofNullable(row.getDate(1)), company.value(), after);
        return earliest.get(0).map(Date::toLocalDate).orElse(null);
    }

    LocalDate newestValueDate(Id company) {
        var sql = "SELECT MAX(value_date) FROM accounting.journal WHERE company = ?";
        return query(sql, row -> Optional.ofNullable(row.getDate(1)), company.value())
                .get(0)
                .map(Date::toLocalDate)
                .orElse(null);
    }

    Optional<Id> partyOfInvoice(Id company, Id invoice) {
        var sql = "SELECT party FROM accounting.open_item WHERE company = ? AND id = ? AND kind = 'INVOICE'";
        return query(sql, row -> new Id(row.getLong(1)), company.value(), invoice.value()).stream()
                .findFirst();
    }

    /** Whole months from the kept balances, the days of the last month from its lines. */
    List<Balance> trialBalance(Id company, LocalDate upTo) {
        var day = upTo == null ? FOREVER : upTo;
        var month = Date.valueOf(day.withDayOfMonth(1));
        var sql = "SELECT a.code, a.name, a.type, SUM(b.debit), SUM(b.credit) FROM accounting.account a JOIN ("
                + " SELECT account, debit, credit FROM accounting.balance WHERE company = ? AND period < ?"
                + " UNION ALL SELECT account, CASE WHEN amount > 0 THEN amount ELSE 0 END AS debit,"
                + " CASE WHEN amount < 0 THEN -amount ELSE 0 END AS credit"
                + " FROM accounting.journal_line WHERE company = ? AND value_date >= ? AND value_date <= ?"
                + ") b ON b.account = a.code WHERE a.company = ? GROUP BY a.code, a.name, a.type ORDER BY a.code";
        return query(
                sql,
                row -> {
                    var debit = row.getBigDecimal(4);
                    var credit = row.getBigDecimal(5);
                    return new Balance(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            debit,
                            credit,
                            debit.subtract(credit));
                },
                company.value(),
                month,
                company.value(),
                month,
                Date.valueOf(day),
                company.value());
    }

    List<OpenItem> openItems(Id company) {
        var sql = "SELECT id, number, party, issued_on, due_on, total, open_amount FROM accounting.open_items"
                + " WHERE company = ? ORDER BY seq";
        return query(
                sql,
                row -> new OpenItem(
                        new Id(row.getLong(1)),
                        row.getString(2),
                        new Id(row.getLong(3)),
                        row.getDate(4).toLocalDate(),
                        row.getDate(5) == null ? null : row.getDate(5).toLocalDate(),
                        row.getBigDecimal(6),
                        row.getBigDecimal(7)),
                company.value());
    }

    List<Line> journals(Id company, LocalDate upTo) {
        var sql = "SELECT j.id, j.kind, j.number, n.number, j.value_date, j.text, l.account, l.amount"
                + " FROM accounting.journal j JOIN accounting.journal_line l ON l.journal = j.id"
                + " LEFT JOIN accounting.document_number n ON n.document = j.document"
                + " WHERE j.company = ? AND j.value_date <= ? ORDER BY j.value_date, j.cause, j.id, l.line";
        return query(
                sql,
                row -> new Line(
                        new Id(row.getLong(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getDate(5).toLocalDate(),
                        row.getString(6),
                        row.getString(7),
                        row.getBigDecimal(8)),
                company.value(),
                Date.valueOf(upTo == null ? FOREVER : upTo));
    }

    /** One figure of the books. */
    BigDecimal sum(String sql, Object... values) {
        var found = query(sql, row -> row.getBigDecimal(1), values).get(0);
        return found == null ? BigDecimal.ZERO : found;
    }
}
