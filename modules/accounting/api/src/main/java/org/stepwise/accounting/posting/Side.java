package org.stepwise.accounting.posting;

/** Who owes. What a party owes and what it is owed settle each other by an act only, never by themselves. */
public enum Side {
    /** The party owes us. */
    RECEIVABLE,
    /** We owe the party. */
    PAYABLE
}
