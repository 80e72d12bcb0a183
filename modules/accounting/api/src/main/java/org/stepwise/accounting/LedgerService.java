package org.stepwise.accounting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.accounting.posting.Side;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;
import org.stepwise.input.Bounds;
import org.stepwise.input.field.Amount;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Must;
import org.stepwise.input.field.Ref;

/** The books. */
@ProviderType
public interface LedgerService {

    /** Records a payment of a customer. */
    Id receivePayment(NewPayment payment);

    /** Enters a journal by hand; refuses unbalanced lines, control accounts and closed periods. */
    Id enter(NewJournal journal);

    /**
     * Closes the month whose last day it is, when all that lies before is posted. Refuses a day that is not the last of
     * a month ({@code accounting.period.not-last-day}), a month that is not over in the company's zone ({@code
     * .not-over}) or whose earlier ones are open ({@code .earlier-open}), and while events that would move a figure are
     * parked ({@code .parked}) or under way ({@code .busy}, {@code .closing}).
     */
    void close(LocalDate last);

    /** Reopens the newest closed month. */
    void reopen(LocalDate day, String reason);

    /** Balances up to and including a day (null: all), accounts with movement only, by code. */
    List<Balance> trialBalance(LocalDate upTo, By by);

    /** By posting date, as people read it: of a closed month it never changes. */
    default List<Balance> trialBalance(LocalDate upTo) {
        return trialBalance(upTo, By.POSTING_DATE);
    }

    /** What is owed now, either way: documents less what settles them. */
    List<OpenItem> openItems();

    /** The ledger up to a day as an hledger journal. */
    String hledger(LocalDate upTo, By by);

    /** By posting date. */
    default String hledger(LocalDate upTo) {
        return hledger(upTo, By.POSTING_DATE);
    }

    /**
     * Compares the ledger with itself and the sub-ledgers at one log position; refused while a subscription that moves
     * their figures is behind.
     */
    Proof proof();

    /**
     * Which date of journals a report goes by: the posting date, which is never in a month that was closed before, or
     * the value date, when it happened, which is the same whenever a module was switched on (law 5).
     */
    enum By {
        POSTING_DATE,
        VALUE_DATE;

        /** As it is written outside: {@code posting-date}, {@code value-date}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Posting date where nothing is said; refuses with {@code accounting.report.by-unknown}. */
        public static By of(String text) {
            return text == null || text.isBlank()
                    ? POSTING_DATE
                    : Stream.of(values())
                            .filter(by -> by.text().equals(text))
                            .findFirst()
                            .orElseThrow(() -> new Rejected(
                                    "accounting.report.by-unknown",
                                    "a report goes by posting-date or by value-date, not by \"" + text + "\"",
                                    Map.of("by", "posting-date or value-date")));
        }
    }

    /**
     * A payment of a customer, in the company's currency.
     *
     * @param invoice null: the oldest open items first
     * @param on null: today
     * @param reference the bank's text, or null
     */
    record NewPayment(
            @Must @Ref(value = "masterdata.parties", ended = true) Id party,
            @Ref("crm.invoices") Id invoice,
            @Must @Amount BigDecimal amount,
            LocalDate on,
            @Max(Bounds.REFERENCE) String reference) {}

    /** A journal by hand; {@code on} null: today. */
    record NewJournal(LocalDate on, @Must @Max(Bounds.TEXT) String text, List<NewJournalLine> lines) {}

    /** Either a debit or a credit. */
    record NewJournalLine(
            @Must @Max(20) String account,
            @Amount BigDecimal debit,
            @Amount BigDecimal credit,
            @Max(Bounds.TEXT) String text) {

        /** A debit; below zero a credit. */
        public static NewJournalLine of(String account, BigDecimal amount, String text) {
            return amount.signum() < 0
                    ? new NewJournalLine(account, null, amount.negate(), text)
                    : new NewJournalLine(account, amount, null, text);
        }
    }

    /** Debit, credit and balance (debit positive) of an account. */
    record Balance(String account, String name, String type, BigDecimal debit, BigDecimal credit, BigDecimal balance) {}

    /** An item of a party that is not settled; {@code side} says who owes. */
    record OpenItem(
            Id invoice,
            Side side,
            String number,
            Id party,
            LocalDate issuedOn,
            LocalDate dueOn,
            BigDecimal total,
            BigDecimal open) {}

    /** Each check with both sides; {@code holds} when all agree and nothing is parked that would move a figure. */
    record Proof(long position, boolean holds, List<Check> checks, List<Parked> parked, List<OutOfOrder> outOfOrder) {}

    /**
     * An invoice or credit note dated before {@code newest}, of which an earlier number of its series is: two were
     * under way at once. Worth a look, and no figure is wrong for it.
     */
    record OutOfOrder(Id document, String number, LocalDate on, LocalDate newest) {}

    /** Events that a subscription has still to take in, and the position of the first: see {@code erp:log-parked}. */
    record Parked(String subscription, int events, long first) {}

    /** One comparison of a proof. */
    record Check(String name, BigDecimal left, BigDecimal right, boolean holds) {}
}
