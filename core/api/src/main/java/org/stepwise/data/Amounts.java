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
        return amount.setScale(Currency.getInstance(currency).getDefaultFractionDigits(), RoundingMode.HALF_UP);
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
