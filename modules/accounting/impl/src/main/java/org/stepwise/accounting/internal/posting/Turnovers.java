package org.stepwise.accounting.internal.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;

/**
 * What one transaction debits and credits, added up by account and posting date before it goes into the kept balances;
 * and once more by both dates where they differ, as they do after a month is closed.
 */
final class Turnovers {
    private static final Table OF_DAYS = new Table("accounting.balance_of_day", List.of("account", "day"));
    private static final Table OF_MONTHS = new Table("accounting.balance", List.of("account", "period"));
    private static final Table OF_THE_LATE =
            new Table("accounting.late_balance", List.of("account", "posting_date", "value_date"));

    private final Sql sql;
    private final Id company;
    private final Map<List<Object>, Turnover> days = new LinkedHashMap<>();
    private final Map<List<Object>, Turnover> late = new LinkedHashMap<>();

    private record Table(String name, List<String> key) {}

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
    void add(String account, LocalDate postingDate, LocalDate valueDate, BigDecimal amount) {
        days.merge(List.of(account, postingDate), Turnover.of(amount), Turnover::plus);
        if (!valueDate.equals(postingDate)) {
            late.merge(List.of(account, postingDate, valueDate), Turnover.of(amount), Turnover::plus);
        }
    }

    void write() {
        var months = new LinkedHashMap<List<Object>, Turnover>();
        days.forEach((key, turnover) -> months.merge(
                List.of(key.get(0), ((LocalDate) key.get(1)).withDayOfMonth(1)), turnover, Turnover::plus));
        add(OF_DAYS, days);
        add(OF_MONTHS, months);
        add(OF_THE_LATE, late);
        days.clear();
        late.clear();
    }

    /** Nothing is read: a row that is not there to be changed is new. */
    private void add(Table table, Map<List<Object>, Turnover> turnovers) {
        var rows = new ArrayList<Object[]>();
        turnovers.forEach((key, turnover) ->
                rows.add(Stream.concat(Stream.of(turnover.debit(), turnover.credit(), company), key.stream())
                        .toArray()));
        var where =
                table.key().stream().map(column -> " AND " + column + " = ?").collect(Collectors.joining());
        var changed = sql.batch(
                "UPDATE " + table.name() + " SET debit = debit + ?, credit = credit + ? WHERE company = ?" + where,
                rows);
        var fresh = new ArrayList<Object[]>();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == 0) {
                fresh.add(rows.get(i));
            }
        }
        sql.batch(
                "INSERT INTO " + table.name() + " (debit, credit, company, " + String.join(", ", table.key())
                        + ") VALUES (?, ?, ?" + ", ?".repeat(table.key().size()) + ")",
                fresh);
    }
}
