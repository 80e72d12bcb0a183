package org.stepwise.accounting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.accounting.event.JournalEntered;
import org.stepwise.data.Id;

/** The books. */
@ProviderType
public interface LedgerService {

    /** Records a payment of a customer; {@code invoice} null: the oldest open items first. */
    Id receivePayment(Id party, Id invoice, BigDecimal amount, String reference, LocalDate on);

    /** Enters a journal by hand; refuses unbalanced lines, control accounts and closed periods. */
    Id enter(String text, List<JournalEntered.Line> lines, LocalDate on);

    /** Closes the month that contains the day; refuses unless every earlier month is closed. */
    void close(LocalDate day);

    /** Reopens the newest closed month. */
    void reopen(LocalDate day, String reason);

    /** Balances up to and including a day by value date (null: all), accounts with movement only, by code. */
    List<Balance> trialBalance(LocalDate upTo);

    /** What customers owe now: invoices less credits and payments. */
    List<OpenItem> openItems();

    /** The ledger up to a day as an hledger journal, by value date. */
    String hledger(LocalDate upTo);

    /**
     * Compares the ledger with itself and the sub-ledgers at one log position; refused while a subscription that moves
     * their figures is behind.
     */
    Proof proof();

    /** Debit, credit and balance (debit positive) of an account. */
    record Balance(String account, String name, String type, BigDecimal debit, BigDecimal credit, BigDecimal balance) {}

    /** An item of a customer that is not settled. */
    record OpenItem(
            Id invoice,
            String number,
            Id party,
            LocalDate issuedOn,
            LocalDate dueOn,
            BigDecimal total,
            BigDecimal open) {}

    /** Each check with both sides; {@code holds} when all agree and nothing is parked that would move a figure. */
    record Proof(long position, boolean holds, List<Check> checks, List<Parked> parked) {}

    /** Events that a subscription has still to take in, and the position of the first: see {@code erp:log-parked}. */
    record Parked(String subscription, int events, long first) {}

    /** One comparison of a proof. */
    record Check(String name, BigDecimal left, BigDecimal right, boolean holds) {}
}
