package org.stepwise.accounting.internal.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;

/** What one transaction debits and credits, added up by account and day before it goes into the kept balances. */
final class Turnovers {
    private final Sql sql;
    private final Id company;
    private final Map<Key, Turnover> days = new LinkedHashMap<>();

    private record Key(String account, LocalDate day) {
        Key month() {
            return new Key(account, day.withDayOfMonth(1));
        }
    }

    private record Turnover(BigDecimal debit, BigDecimal credit) {
        static Turnover of(BigDecimal amount) {
            return new Turnover(amount.max(BigDecimal.ZERO), amount.negate().max(BigDecimal.ZERO));
        }

        Turnover plus(Turnover other) {
            return new Turnover(debit.add(other.debit), credit.add(other.credit));
        }
    }

    Turnovers(Sql sql, Id company) {
        this.sql = sql;
        this.company = company;
    }

    /** A positive amount is a debit. */
    void add(String account, LocalDate day, BigDecimal amount) {
        days.merge(new Key(account, day), Turnover.of(amount), Turnover::plus);
    }

    void write() {
        var months = new LinkedHashMap<Key, Turnover>();
        days.forEach((key, turnover) -> months.merge(key.month(), turnover, Turnover::plus));
        add("accounting.balance_of_day", "day", days);
        add("accounting.balance", "period", months);
        days.clear();
    }

    /** Nothing is read: a row that is not there to be changed is new. */
    private void add(String table, String day, Map<Key, Turnover> turnovers) {
        var rows = new ArrayList<Object[]>();
        turnovers.forEach((key, turnover) ->
                rows.add(new Object[] {turnover.debit(), turnover.credit(), company, key.account(), key.day()}));
        var changed = sql.batch(
                "UPDATE " + table + " SET debit = debit + ?, credit = credit + ?"
                        + " WHERE company = ? AND account = ? AND " + day + " = ?",
                rows);
        var fresh = new ArrayList<Object[]>();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 0) {
                fresh.add(rows.get(i));
            }
        }
        sql.batch(
                "INSERT INTO " + table + " (debit, credit, company, account, " + day + ") VALUES (?, ?, ?, ?, ?)",
                fresh);
    }
}
