package org.stepwise.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** The rounding of the house, half up: documents keep four decimals, what is payable the currency's minor unit. */
public final class Amounts {
    public static final BigDecimal ZERO = BigDecimal.ZERO.setScale(4);

    private Amounts() {}

    /** An amount on a document line: four decimals. */
    public static BigDecimal document(BigDecimal amount) {
        return amount.setScale(4, RoundingMode.HALF_UP);
    }

    /** An amount somebody pays or a journal holds: the minor unit of an ISO 4217 currency. */
    public static BigDecimal payable(BigDecimal amount, String currency) {
        return amount.setScale(digits(currency), RoundingMode.HALF_UP);
    }

    /** The decimals of amounts in an ISO 4217 currency: none of JPY, two of EUR, three of KWD. */
    public static int digits(String currency) {
        // Gold and drawing rights have no minor unit, and Java says -1 of them.
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    /** Whether somebody can pay the amount: it is no finer than the currency. */
    public static boolean isPayable(BigDecimal amount, String currency) {
        return amount.stripTrailingZeros().scale() <= digits(currency);
    }

    /** As people read it: with every decimal of its currency, and without zeros beyond these. */
    public static String shown(BigDecimal amount, String currency) {
        var decimals = Math.max(digits(currency), amount.stripTrailingZeros().scale());
        return amount.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
    }

    /** A quantity or a price: six decimals. */
    public static BigDecimal quantity(BigDecimal quantity) {
        return quantity.setScale(6, RoundingMode.HALF_UP);
    }

    /** Without trailing zeros and never in exponents: how decimals are written in events, answers and exports. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
