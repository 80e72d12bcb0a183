package org.stepwise.accounting.internal.posting;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;

/** Numbers the journals of a company month by month, by posting date and cause. */
final class JournalNumbers {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy-MM");

    private final Sql sql;
    private final Id company;

    private record Unnumbered(long journal, LocalDate postingDate) {}

    JournalNumbers(Sql sql, Id company) {
        this.sql = sql;
        this.company = company;
    }

    void giveThrough(LocalDate last) {
        var unnumbered = sql.list(
                row -> new Unnumbered(row.getLong(1), row.getDate(2).toLocalDate()),
                "SELECT id, posting_date FROM accounting.journal"
                        + " WHERE company = ? AND number IS NULL AND posting_date <= ?"
                        + " ORDER BY posting_date, cause, id",
                company,
                last);
        var numbers = new ArrayList<Object[]>();
        String month = null;
        int next = 0;
        for (var journal : unnumbered) {
            var itsMonth = MONTH.format(journal.postingDate());
            if (!itsMonth.equals(month)) {
                month = itsMonth;
                next = numbered(month);
            }
            numbers.add(new Object[] {"%s-%06d".formatted(month, ++next), company, journal.journal()});
        }
        sql.batch("UPDATE accounting.journal SET number = ? WHERE company = ? AND id = ?", numbers);
    }

    /** How many journals of the month have a number: some, when it was reopened. */
    private int numbered(String month) {
        return sql.first(
                        row -> row.getInt(1),
                        "SELECT COUNT(*) FROM accounting.journal WHERE company = ? AND number LIKE ?",
                        company,
                        month + "-%")
                .orElseThrow();
    }
}
