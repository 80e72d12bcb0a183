package org.stepwise.crm.internal.invoice;

import java.math.BigDecimal;
import java.util.List;
import javax.persistence.EntityManagerFactory;
import javax.persistence.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;

/** The rows that the reaction to payments alone writes: what is settled of each invoice, and what waits on account. */
@Component(service = Settlements.class)
public final class Settlements {
    private final Transactions transactions;
    private final EntityManagerFactory unit;

    @Activate
    public Settlements(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.unit.name=crm)") EntityManagerFactory unit) {
        this.transactions = transactions;
        this.unit = unit;
    }

    PartyAccount of(Id company, Id party) {
        return new PartyAccount(company, party);
    }

    private Query query(String sql, Object... values) {
        var query = transactions.entities(unit).createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query;
    }

    /** One party's invoices, oldest first. */
    final class PartyAccount {
        private final long company;
        private final long party;

        PartyAccount(Id company, Id party) {
            this.company = company.value();
            this.party = party.value();
        }

        void open(Id invoice, long position, BigDecimal total) {
            query(
                            "insert into crm.settlement"
                                    + " (company, id, party, position, total, credited, paid, is_open)"
                                    + " values (?, ?, ?, ?, ?, 0, 0, ?)",
                            company,
                            invoice.value(),
                            party,
                            position,
                            total,
                            total.signum() > 0)
                    .executeUpdate();
        }

        /** Settles the invoice as far as it is open and returns what is left. */
        BigDecimal pay(Id invoice, BigDecimal amount) {
            return settle(invoice.value(), amount, "paid");
        }

        BigDecimal credit(Id invoice, BigDecimal amount) {
            return settle(invoice.value(), amount, "credited");
        }

        /** Settles the oldest open invoices one after the other; what is left then waits on account. */
        void settleOldest(BigDecimal amount) {
            var left = amount;
            if (left.signum() > 0) {
                for (var invoice : openInvoices()) {
                    left = left.signum() > 0 ? settle(invoice, left, "paid") : left;
                }
            }
            if (left.signum() > 0) {
                keepOnAccount(left);
            }
        }

        /** Takes what waits on account, to be used now. */
        BigDecimal takeOnAccount() {
            List<?> waiting = query("select amount from crm.on_account where company = ? and party = ?", company, party)
                    .getResultList();
            if (waiting.isEmpty()) {
                return Amounts.ZERO;
            }
            query("delete from crm.on_account where company = ? and party = ?", company, party)
                    .executeUpdate();
            return (BigDecimal) waiting.get(0);
        }

        private void keepOnAccount(BigDecimal amount) {
            var kept = takeOnAccount().add(amount);
            query("insert into crm.on_account (company, party, amount) values (?, ?, ?)", company, party, kept)
                    .executeUpdate();
        }

        private List<Long> openInvoices() {
            List<?> open = query(
                            "select id from crm.settlement where company = ? and party = ? and is_open = true"
                                    + " order by position",
                            company,
                            party)
                    .getResultList();
            return open.stream().map(Long.class::cast).toList();
        }

        private BigDecimal settle(long invoice, BigDecimal amount, String column) {
            List<?> found = query(
                            "select total, credited, paid from crm.settlement"
                                    + " where company = ? and party = ? and id = ?",
                            company,
                            party,
                            invoice)
                    .getResultList();
            if (found.isEmpty()) {
                return amount;
            }
            var row = (Object[]) found.get(0);
            var open = ((BigDecimal) row[0]).subtract((BigDecimal) row[1]).subtract((BigDecimal) row[2]);
            var used = amount.min(open).max(Amounts.ZERO);
            query(
                            "update crm.settlement set " + column + " = " + column + " + ?, is_open = ?"
                                    + " where company = ? and id = ?",
                            used,
                            open.compareTo(used) > 0,
                            company,
                            invoice)
                    .executeUpdate();
            return amount.subtract(used);
        }
    }
}
