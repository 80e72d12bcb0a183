package org.stepwise.input;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What is entered in one place, and what it may be. */
public enum Kind {
    /** A text of one line. */
    TEXT,
    /** One of some texts. */
    CHOICE,
    /** More than zero, in six decimals. */
    QUANTITY,
    /** Zero or more, in six decimals. */
    QUANTITY_OR_NONE,
    /** Zero or more, in six decimals: a price or the cost of a unit. */
    PRICE,
    /** From 0 to 100, in four decimals. */
    PERCENT,
    /** Money of either sign, in four decimals. */
    AMOUNT,
    /** Money, zero or more, in four decimals. */
    CHARGE,
    /** A whole number from 1, such as that of a line. */
    WHOLE,
    /** A whole number from 0, such as one of days. */
    COUNT,
    DAY,
    FLAG,
    REFERENCE,
    /** Rows of a document. */
    LINES;

    private static final int MONEY_DECIMALS = 4;
    private static final int QUANTITY_DECIMALS = 6;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    /**
     * The number as it is kept. Numbers are compared before they are scaled: an exponent is a way to write a number
     * that fills the memory.
     *
     * @throws Unfit when it is none of this kind
     */
    BigDecimal number(BigDecimal number) {
        return switch (this) {
            case QUANTITY -> scaled(positive(below(number, Bounds.QUANTITY)), QUANTITY_DECIMALS);
            case QUANTITY_OR_NONE -> scaled(notNegative(below(number, Bounds.QUANTITY)), QUANTITY_DECIMALS);
            case PRICE -> scaled(notNegative(below(number, Bounds.PRICE)), QUANTITY_DECIMALS);
            case PERCENT -> scaled(percent(notNegative(below(number, Bounds.AMOUNT))), MONEY_DECIMALS);
            case AMOUNT -> scaled(below(number, Bounds.AMOUNT), MONEY_DECIMALS);
            case CHARGE -> scaled(notNegative(below(number, Bounds.AMOUNT)), MONEY_DECIMALS);
            case WHOLE -> whole(number);
            case COUNT -> count(number);
            default -> throw new IllegalStateException(this + " is no kind of number");
        };
    }

    /** @throws Unfit when no calendar of ours has it */
    static LocalDate day(LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw new Unfit("is not between " + FIRST_DAY + " and " + LAST_DAY);
        }
        return day;
    }

    /** The text without blanks around it, null when nothing is left. */
    static String text(String text, int most) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var stripped = text.strip();
        if (stripped.length() > most) {
            throw new Unfit("is longer than " + most + " characters");
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw new Unfit("contains a control character");
        }
        return stripped;
    }

    static BigDecimal below(BigDecimal number, BigDecimal limit) {
        if (number.abs().compareTo(limit) >= 0) {
            throw new Unfit("is too big: it must be below " + limit.toPlainString());
        }
        return number;
    }

    static BigDecimal scaled(BigDecimal number, int decimals) {
        if (number.stripTrailingZeros().scale() > decimals) {
            throw new Unfit("has more than " + decimals + " decimals");
        }
        return number.setScale(decimals);
    }

    private static BigDecimal positive(BigDecimal number) {
        if (notNegative(number).signum() == 0) {
            throw new Unfit("is zero");
        }
        return number;
    }

    private static BigDecimal notNegative(BigDecimal number) {
        if (number.signum() < 0) {
            throw new Unfit("is negative");
        }
        return number;
    }

    private static BigDecimal percent(BigDecimal number) {
        if (number.compareTo(Bounds.PERCENT) > 0) {
            throw new Unfit("is above 100");
        }
        return number;
    }

    private static BigDecimal count(BigDecimal number) {
        return scaled(notNegative(below(number, Bounds.QUANTITY)), 0);
    }

    private static BigDecimal whole(BigDecimal number) {
        if (number.signum() <= 0
                || number.compareTo(Bounds.QUANTITY) >= 0
                || number.stripTrailingZeros().scale() > 0) {
            throw new Unfit("is not the number of a line");
        }
        return number;
    }
}
