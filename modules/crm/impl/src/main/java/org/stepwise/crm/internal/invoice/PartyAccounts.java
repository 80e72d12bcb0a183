package org.stepwise.crm.internal.invoice;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.data.Rows;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;

/** The accounts of one company's parties, in one transaction. */
final class PartyAccounts implements Transactions.Pending {
    private static final String SETTLEMENTS =
            "SELECT id, party, position, total, credited, paid FROM crm.settlement WHERE company = ?";

    private final Sql sql;
    private final Id company;
    private final Rows<Id, Settlement> settlements;
    private final Rows<Id, BigDecimal> onAccount;

    PartyAccounts(Sql sql, Id company) {
        this.sql = sql;
        this.company = company;
        this.settlements = new Rows<>(
                sql,
                new Rows.Table<>(
                        "crm.settlement",
                        List.of("company", "id"),
                        invoice -> List.of(company, invoice),
                        List.of("party", "position", "total", "credited", "paid", "is_open"),
                        row -> List.of(
                                row.party(), row.position(), row.total(), row.credited(), row.paid(), row.isOpen())));
        this.onAccount = new Rows<>(
                sql,
                new Rows.Table<>(
                        "crm.on_account",
                        List.of("company", "party"),
                        party -> List.of(company, party),
                        List.of("amount"),
                        List::of));
    }

    Account of(Id party) {
        return new Account(party);
    }

    @Override
    public void write() {
        settlements.write();
        onAccount.write();
    }

    private Map<Id, Settlement> list(String which, Object... values) {
        var found = new HashMap<Id, Settlement>();
        sql.list(row -> found.put(new Id(row.getLong(1)), settlement(row)), SETTLEMENTS + which, values);
        return found;
    }

    private static Settlement settlement(ResultSet row) throws SQLException {
        return new Settlement(
                new Id(row.getLong(2)),
                row.getLong(3),
                row.getBigDecimal(4),
                row.getBigDecimal(5),
                row.getBigDecimal(6));
    }

    private Optional<Settlement> settlement(Id invoice) {
        var unknown = settlements.unknown(List.of(invoice));
        if (!unknown.isEmpty()) {
            settlements.found(unknown, list(" AND id = ?", company, invoice));
        }
        return settlements.get(invoice);
    }

    /** One party's invoices, and what waits for the next one. */
    final class Account {
        private final Id party;

        private Account(Id party) {
            this.party = party;
        }

        void open(Id invoice, long position, BigDecimal total) {
            settlements.put(invoice, Settlement.fresh(party, position, total));
        }

        /** Settles the invoice as far as it is open and returns what is left. */
        BigDecimal pay(Id invoice, BigDecimal amount) {
            return settle(invoice, amount, Settlement::pay);
        }

        BigDecimal credit(Id invoice, BigDecimal amount) {
            return settle(invoice, amount, Settlement::credit);
        }

        private BigDecimal settle(Id invoice, BigDecimal amount, BiFunction<Settlement, BigDecimal, Settlement> how) {
            var known = settlement(invoice).filter(row -> row.party().equals(party));
            if (known.isEmpty()) {
                return amount;
            }
            var used = known.get().takes(amount);
            settlements.put(invoice, how.apply(known.get(), used));
            return amount.subtract(used);
        }

        /** Settles the oldest open invoices one after the other; what is left then waits on account. */
        void settleOldest(BigDecimal amount) {
            var left = amount;
            for (var oldest = oldest(left); oldest.isPresent(); oldest = oldest(left)) {
                left = pay(oldest.get(), left);
            }
            if (left.signum() > 0) {
                onAccount.put(party, takeOnAccount().add(left));
            }
        }

        /** None when there is nothing to settle it with. */
        private Optional<Id> oldest(BigDecimal amount) {
            if (amount.signum() <= 0) {
                return Optional.empty();
            }
            settlements.write();
            var found =
                    list(" AND party = ? AND is_open = TRUE ORDER BY position FETCH FIRST ROW ONLY", company, party);
            settlements.found(List.of(), found);
            return found.keySet().stream().findFirst();
        }

        /** Takes what waits on account, to be used now. */
        BigDecimal takeOnAccount() {
            var unknown = onAccount.unknown(List.of(party));
            if (!unknown.isEmpty()) {
                var found = new HashMap<Id, BigDecimal>();
                sql.list(
                        row -> found.put(party, row.getBigDecimal(1)),
                        "SELECT amount FROM crm.on_account WHERE company = ? AND party = ?",
                        company,
                        party);
                onAccount.found(unknown, found);
            }
            var waiting = onAccount.get(party).orElse(Amounts.ZERO);
            if (waiting.signum() > 0) {
                onAccount.remove(party);
            }
            return waiting;
        }
    }
}
