package org.stepwise.accounting.internal.posting;

import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Objects;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** What was debited and credited to an account in a month, by value date: kept, so that no statement adds up lines. */
@Entity
@IdClass(Balance.Key.class)
@Table(schema = "accounting", name = "balance")
public class Balance {
    @Id
    long company;

    @Id
    String account;

    @Id
    Date period;

    BigDecimal debit;
    BigDecimal credit;

    protected Balance() {}

    Balance(Key key) {
        company = key.company;
        account = key.account;
        period = key.period;
        debit = BigDecimal.ZERO;
        credit = BigDecimal.ZERO;
    }

    void add(BigDecimal amount) {
        if (amount.signum() > 0) {
            debit = debit.add(amount);
        } else {
            credit = credit.subtract(amount);
        }
    }

    /** A company's account in the month that begins on {@code period}. */
    public static final class Key implements Serializable {
        long company;
        String account;
        Date period;

        public Key() {}

        Key(long company, String account, LocalDate day) {
            this.company = company;
            this.account = account;
            this.period = Date.valueOf(day.withDayOfMonth(1));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key
                    && key.company == company
                    && key.account.equals(account)
                    && key.period.equals(period);
        }

        @Override
        public int hashCode() {
            return Objects.hash(company, account, period);
        }
    }
}
