package org.stepwise.accounting.internal.posting;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;

/** Writes journals and balances; used by the posting reaction alone. */
@Component(service = Books.class)
public final class Books {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM");

    private final Transactions transactions;
    private final EntityManagerFactory unit;

    @Activate
    public Books(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.unit.name=accounting)") EntityManagerFactory unit) {
        this.transactions = transactions;
        this.unit = unit;
    }

    EntityManager rows() {
        return transactions.entities(unit);
    }

    /** Writes a balanced draft under an id; a draft without lines writes nothing. */
    void post(Id company, long id, JournalDraft draft) {
        var lines = draft.lines();
        if (lines.isEmpty()) {
            return;
        }
        var rows = rows();
        var total = lines.stream()
                .map(JournalDraft.Line::amount)
                .filter(amount -> amount.signum() > 0)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var journal = new Journal(company.value(), id, draft, postingDate(company, draft.valueDate), total);
        rows.persist(journal);
        int number = 0;
        for (var line : lines) {
            rows.persist(new JournalLine(journal, ++number, line));
            balance(company, line.account(), draft.valueDate).add(line.amount());
        }
    }

    /** The value date, or the first day after what is closed. */
    private LocalDate postingDate(Id company, LocalDate valueDate) {
        var closed = closedThrough(company);
        return closed == null || valueDate.isAfter(closed) ? valueDate : closed.plusDays(1);
    }

    private Balance balance(Id company, String account, LocalDate day) {
        var key = new Balance.Key(company.value(), account, day);
        var balance = rows().find(Balance.class, key);
        if (balance == null) {
            balance = new Balance(key);
            rows().persist(balance);
        }
        return balance;
    }

    /** Closes what is posted up to the last day and numbers its journals by posting date and cause. */
    void close(Id company, LocalDate last) {
        closeThrough(company, last);
        var unnumbered = rows().createNamedQuery("Journal.unnumbered", Journal.class)
                .setParameter("company", company.value())
                .setParameter("last", last)
                .getResultList();
        String month = null;
        int next = 0;
        for (var journal : unnumbered) {
            var itsMonth = MONTH.format(journal.postingDate);
            if (!itsMonth.equals(month)) {
                month = itsMonth;
                next = numbered(company, month);
            }
            journal.number = "%s-%06d".formatted(month, ++next);
        }
    }

    /** How many journals of the month have a number: some, when it was reopened. */
    private int numbered(Id company, String month) {
        var sql = "SELECT COUNT(*) FROM accounting.journal WHERE company = ? AND number LIKE ?";
        try (var connection = transactions.connection();
                var select = connection.prepareStatement(sql)) {
            select.setLong(1, company.value());
            select.setString(2, month + "-%");
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the journals of " + month + " cannot be counted", failure);
        }
    }

    void closeThrough(Id company, LocalDate last) {
        var day = last == null ? null : Date.valueOf(last);
        try (var connection = transactions.connection();
                var update = connection.prepareStatement(
                        "UPDATE accounting.books SET closed_through = ? WHERE company = ?");
                var insert = connection.prepareStatement(
                        "INSERT INTO accounting.books (closed_through, company) VALUES (?, ?)")) {
            for (var statement : new java.sql.PreparedStatement[] {update, insert}) {
                statement.setDate(1, day);
                statement.setLong(2, company.value());
                if (statement.executeUpdate() > 0) {
                    return;
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the period cannot be closed", failure);
        }
    }

    private LocalDate closedThrough(Id company) {
        try (var connection = transactions.connection();
                var select =
                        connection.prepareStatement("SELECT closed_through FROM accounting.books WHERE company = ?")) {
            select.setLong(1, company.value());
            try (var rows = select.executeQuery()) {
                return rows.next() && rows.getDate(1) != null ? rows.getDate(1).toLocalDate() : null;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the closed period cannot be read", failure);
        }
    }
}
