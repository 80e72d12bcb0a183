package org.stepwise.input;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.stepwise.error.Rejected;

/**
 * Checks what somebody wants recorded, before it becomes a fact that nobody can take back. Refuses with
 * {@code <module>.input.invalid} and the field at fault. Numbers are compared before they are written out or scaled: an
 * exponent is a way to write a number that fills the memory.
 *
 * @param module whose verb it is
 */
public record Input(String module) {
    private static final int RATE_DECIMALS = 4;
    private static final int QUANTITY_DECIMALS = 6;

    /** The text without blanks around it, null when nothing is left; refuses what no column or screen can hold. */
    public String text(String field, String text, int most) {
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

    public String required(String field, String text, int most) {
        var given = text(field, text, most);
        if (given == null) {
            throw wrong(field, "is missing");
        }
        return given;
    }

    /** A number as somebody typed it, in plain notation; what it may be is asked of the number. */
    public BigDecimal typed(String field, String number) {
        if (!number.strip().matches("[+-]?\\d{1,30}(\\.\\d{1,30})?")) {
            throw wrong(field, "is not a decimal number with a point, such as 12.50");
        }
        return new BigDecimal(number.strip());
    }

    /** More than zero, in six decimals. */
    public BigDecimal quantity(String field, BigDecimal quantity) {
        var checked = quantityOrNone(field, quantity);
        if (checked.signum() == 0) {
            throw wrong(field, "is zero");
        }
        return checked;
    }

    /** Zero or more, in six decimals. */
    public BigDecimal quantityOrNone(String field, BigDecimal quantity) {
        return number(field, quantity, Bounds.QUANTITY, QUANTITY_DECIMALS);
    }

    /** A price or the cost of a unit: zero or more, in six decimals. */
    public BigDecimal price(String field, BigDecimal price) {
        return number(field, price, Bounds.PRICE, QUANTITY_DECIMALS);
    }

    /** A tax rate or discount from 0 to 100, in four decimals. */
    public BigDecimal percent(String field, BigDecimal percent) {
        var checked = number(field, percent, Bounds.AMOUNT, RATE_DECIMALS);
        if (checked.compareTo(Bounds.PERCENT) > 0) {
            throw wrong(field, "is above 100");
        }
        return checked;
    }

    /** A charge on a document, such as freight: zero or more, in four decimals. */
    public BigDecimal charge(String field, BigDecimal charge) {
        return number(field, charge, Bounds.AMOUNT, RATE_DECIMALS);
    }

    private BigDecimal number(String field, BigDecimal number, BigDecimal limit, int decimals) {
        if (number == null) {
            throw wrong(field, "is missing");
        }
        if (number.signum() < 0) {
            throw wrong(field, "is negative");
        }
        return scaled(field, below(field, number, limit), decimals);
    }

    /** Money that changes hands or is posted, of either sign, in the currency's own digits. */
    public BigDecimal amount(String field, BigDecimal amount, String currency) {
        if (amount == null) {
            throw wrong(field, "is missing");
        }
        var digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return scaled(field, below(field, amount, Bounds.AMOUNT), digits);
    }

    /** Only the bound of an amount, where what else is wrong with it is told in words of its own. */
    public BigDecimal bounded(String field, BigDecimal amount) {
        return amount == null ? null : below(field, amount, Bounds.AMOUNT);
    }

    private BigDecimal below(String field, BigDecimal number, BigDecimal limit) {
        if (number.abs().compareTo(limit) >= 0) {
            throw wrong(field, "is too big: it must be below " + limit.toPlainString());
        }
        return number;
    }

    private BigDecimal scaled(String field, BigDecimal number, int decimals) {
        if (number.stripTrailingZeros().scale() > decimals) {
            throw wrong(field, "has more than " + decimals + " decimals");
        }
        return number.setScale(decimals);
    }

    /** What the parts of a document come to. */
    public BigDecimal document(String field, Stream<BigDecimal> parts) {
        var sum = parts.reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.abs().compareTo(Bounds.AMOUNT) >= 0) {
            throw wrong(
                    field,
                    "come to more than a document may have: it must stay below " + Bounds.AMOUNT.toPlainString()
                            + "; enter several");
        }
        return sum;
    }

    /** The lines of a document: none for null, and no more than a document may have. */
    public <T> List<T> lines(String field, List<T> lines) {
        if (lines == null) {
            return List.of();
        }
        if (lines.size() > Bounds.LINES) {
            throw wrong(
                    field,
                    "are " + lines.size() + ", and a document has at most " + Bounds.LINES
                            + "; enter several documents");
        }
        return lines;
    }

    /** As {@link #lines}, and refuses none. */
    public <T> List<T> someLines(String field, List<T> lines) {
        if (lines(field, lines).isEmpty()) {
            throw wrong(field, "are missing");
        }
        return lines;
    }

    /** The number of a line of a document. */
    public int line(String field, BigDecimal number) {
        if (number == null
                || number.signum() <= 0
                || number.compareTo(Bounds.QUANTITY) >= 0
                || number.stripTrailingZeros().scale() > 0) {
            throw wrong(field, "is not the number of a line");
        }
        return number.intValue();
    }

    public Rejected wrong(String field, String what) {
        return new Rejected(module + ".input.invalid", field + " " + what, Map.of(field, what));
    }
}
