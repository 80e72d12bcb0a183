package org.stepwise.input;

import java.math.BigDecimal;

/**
 * What one entry may be at most. Chosen so that nothing that follows from it can be too big for where it is kept: a
 * column that holds one of these has 13 or 15 digits before the point, a column that adds them up has 25 or 27.
 */
public final class Bounds {
    /** A quantity is below this. */
    public static final BigDecimal QUANTITY = new BigDecimal("1000000000");

    /** A price or the cost of a unit is below this. */
    public static final BigDecimal PRICE = new BigDecimal("1000000000");

    /** A document, a payment and a line of a journal are below this, in either direction. */
    public static final BigDecimal AMOUNT = new BigDecimal("1000000000000");

    /** A tax rate or discount is not above this. */
    public static final BigDecimal PERCENT = new BigDecimal("100");

    /** A document has at most as many lines. */
    public static final int LINES = 5_000;

    /** Characters of the code of a party or product. */
    public static final int CODE = 40;

    /** Characters of a name. */
    public static final int NAME = 200;

    /** Characters of a text on a document or on one of its lines. */
    public static final int TEXT = 200;

    /** Characters of what a document is called elsewhere. */
    public static final int REFERENCE = 200;

    /** Characters of why something was done. */
    public static final int REASON = 500;

    /** Characters of a note. */
    public static final int NOTE = 4_000;

    private Bounds() {}
}
