package org.stepwise.crm.internal;

import java.math.BigDecimal;
import java.util.Map;
import org.stepwise.error.Rejected;

/** Checks what somebody wants recorded, before it becomes a fact that nobody can take back. */
public final class Wanted {
    private static final BigDecimal LIMIT = new BigDecimal("1000000000");

    private Wanted() {}

    /** The text without blanks around it, null when nothing is left. */
    public static String text(String field, String text, int most) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var stripped = text.strip();
        if (stripped.length() > most) {
            throw wrong(field, "is longer than " + most + " characters");
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw wrong(field, "contains a control character");
        }
        return stripped;
    }

    /** Zero or more, with at most the decimals given. */
    public static BigDecimal number(String field, BigDecimal number, int decimals) {
        if (number == null) {
            throw wrong(field, "is missing");
        }
        if (number.signum() < 0) {
            throw wrong(field, "is negative");
        }
        if (number.compareTo(LIMIT) >= 0) {
            throw wrong(field, "is too big");
        }
        if (number.stripTrailingZeros().scale() > decimals) {
            throw wrong(field, "has more than " + decimals + " decimals");
        }
        return number.setScale(decimals);
    }

    /** More than zero, in the six decimals of quantities. */
    public static BigDecimal quantity(String field, BigDecimal quantity) {
        var checked = number(field, quantity, 6);
        if (checked.signum() == 0) {
            throw wrong(field, "is zero");
        }
        return checked;
    }

    public static Rejected wrong(String field, String what) {
        return new Rejected("crm.input.invalid", field + " " + what, Map.of(field, what));
    }
}
