package org.stepwise.accounting.posting;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.stepwise.data.Id;

/**
 * What is owed by a document, or settles what is owed.
 *
 * @param purpose the control account it stands on, by purpose
 * @param item what it is known by: the document, or one of several dates of it
 * @param kind what the document is, such as {@code INVOICE}
 * @param settles the item that it names to be settled first; null: the oldest of its party and side
 * @param issuedOn null: the business date
 * @param dueOn null of what settles
 * @param amount in the document's currency; above zero more is owed, below zero less
 * @param worth the same in the company's currency
 */
public record Due(
        Side side,
        Purpose purpose,
        Id party,
        Id item,
        String kind,
        Id settles,
        LocalDate issuedOn,
        LocalDate dueOn,
        BigDecimal amount,
        BigDecimal worth) {

    /** Owed by the document of a posting, in the company's currency. */
    public static Due of(Side side, Purpose purpose, Posting of, BigDecimal amount) {
        return new Due(side, purpose, of.party(), of.document(), of.kind(), null, null, null, amount, amount);
    }

    /** On which days it was issued and is to be paid. */
    public Due on(LocalDate issued, LocalDate due) {
        return new Due(side, purpose, party, item, kind, settles, issued, due, amount, worth);
    }

    /** Settles this one first; null: the oldest. */
    public Due settling(Id named) {
        return new Due(side, purpose, party, item, kind, named, issuedOn, dueOn, amount, worth);
    }
}
