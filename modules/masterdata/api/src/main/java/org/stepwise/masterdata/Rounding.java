package org.stepwise.masterdata;

/** Where a document's amounts are rounded to the currency's minor unit, half up. */
public enum Rounding {
    /** Net and tax of each line; the document's are their sums. */
    LINE,

    /** Net and tax of all lines of a tax rate together; the lines share them, so that they add up all the same. */
    DOCUMENT
}
