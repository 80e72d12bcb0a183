package org.stepwise.warehouse.internal.desk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stepwise.error.Rejected;
import org.stepwise.warehouse.StockService.NewMovementLine;

/** Checks figures before they become a fact that nobody can take back. */
final class Quantities {
    private static final BigDecimal LIMIT = new BigDecimal("10000000000");

    private Quantities() {}

    static BigDecimal positive(String field, BigDecimal number) {
        if (number == null || number.signum() <= 0) {
            throw wrong(field, "must be more than zero");
        }
        return fitting(field, number);
    }

    static BigDecimal notNegative(String field, BigDecimal number) {
        if (number == null || number.signum() < 0) {
            throw wrong(field, "must be zero or more");
        }
        return fitting(field, number);
    }

    private static BigDecimal fitting(String field, BigDecimal number) {
        if (number.compareTo(LIMIT) >= 0) {
            throw wrong(field, "is too big");
        }
        if (number.stripTrailingZeros().scale() > 6) {
            throw wrong(field, "has more than 6 decimals");
        }
        return number;
    }

    static <T> List<T> notEmpty(List<T> lines) {
        if (lines == null || lines.isEmpty()) {
            throw wrong("lines", "are missing");
        }
        return lines;
    }

    /** Texts of people: no longer than what the columns hold, null when there is none. */
    static String text(String field, String text, int most) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.strip().length() > most) {
            throw wrong(field, "is longer than " + most + " characters");
        }
        return text.strip();
    }

    static LocalDate day(LocalDate day) {
        if (day.getYear() < 1900 || day.getYear() > 2999) {
            throw wrong("on", "lies outside the years 1900 to 2999");
        }
        return day;
    }

    /** The quantities by order line, in its order; lines with nothing are left out. */
    static SortedMap<Integer, BigDecimal> byOrderLine(List<NewMovementLine> lines) {
        var quantities = new TreeMap<Integer, BigDecimal>();
        for (var line : notEmpty(lines)) {
            var quantity = notNegative("quantity", line.quantity());
            if (quantity.signum() > 0) {
                quantities.merge(line.orderLine(), quantity, BigDecimal::add);
            }
        }
        if (quantities.isEmpty()) {
            throw wrong("lines", "have no quantity");
        }
        return quantities;
    }

    static Rejected wrong(String field, String what) {
        return new Rejected("warehouse.input.invalid", field + " " + what, Map.of(field, what));
    }
}
