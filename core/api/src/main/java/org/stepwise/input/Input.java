package org.stepwise.input;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.stepwise.error.Rejected;

/**
 * Checks what somebody wants recorded, before it becomes a fact that nobody can take back. Refuses with
 * {@code <module>.input.invalid} and the field at fault.
 *
 * @param module whose verb it is
 */
public record Input(String module) {
    /** The text without blanks around it, null when nothing is left; refuses what no column or screen can hold. */
    public String text(String field, String text, int most) {
        return fit(field, () -> Kind.text(text, most));
    }

    /** As {@link #text}, of several lines: breaks and tabs stay, each break as one character. */
    public String prose(String field, String text, int most) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var stripped = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (stripped.length() > most) {
            throw wrong(field, "is longer than " + most + " characters");
        }
        if (stripped.chars().anyMatch(each -> Character.isISOControl(each) && each != '\n' && each != '\t')) {
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

    /** A day that a calendar of ours has. */
    public LocalDate day(String field, LocalDate day) {
        return fit(field, () -> Kind.day(day));
    }

    /** More than zero, in six decimals. */
    public BigDecimal quantity(String field, BigDecimal quantity) {
        return number(field, Kind.QUANTITY, quantity);
    }

    /** Zero or more, in six decimals. */
    public BigDecimal quantityOrNone(String field, BigDecimal quantity) {
        return number(field, Kind.QUANTITY_OR_NONE, quantity);
    }

    /** A price or the cost of a unit: zero or more, in six decimals. */
    public BigDecimal price(String field, BigDecimal price) {
        return number(field, Kind.PRICE, price);
    }

    /** A tax rate or discount from 0 to 100, in four decimals. */
    public BigDecimal percent(String field, BigDecimal percent) {
        return number(field, Kind.PERCENT, percent);
    }

    /** A charge on a document, such as freight: zero or more, in four decimals. */
    public BigDecimal charge(String field, BigDecimal charge) {
        return number(field, Kind.CHARGE, charge);
    }

    private BigDecimal number(String field, Kind kind, BigDecimal number) {
        return fit(field, () -> kind.number(given(number)));
    }

    /** Money that changes hands or is posted, of either sign, in the currency's own digits. */
    public BigDecimal amount(String field, BigDecimal amount, String currency) {
        var digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return fit(field, () -> Kind.scaled(Kind.below(given(amount), Bounds.AMOUNT), digits));
    }

    /** Only the bound of an amount, where what else is wrong with it is told in words of its own. */
    public BigDecimal bounded(String field, BigDecimal amount) {
        return amount == null ? null : fit(field, () -> Kind.below(amount, Bounds.AMOUNT));
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
        return number(field, Kind.WHOLE, number).intValue();
    }

    /**
     * What somebody filled in, as it is kept: texts without blanks around them, numbers in their decimals. Refuses all
     * that is wrong with it at once.
     */
    public <T extends Record> T checked(T given) {
        return checked(given, null);
    }

    /**
     * As {@link #checked(Record)} for a change: what stays as it was known is not asked, it may be older than a rule.
     */
    public <T extends Record> T checked(T given, T known) {
        return checked(given, known, Naming.UNASKED);
    }

    /** As {@link #checked(Record, Record)}, with what only the company's own rows can tell of what it names. */
    public <T extends Record> T checked(T given, T known, Naming naming) {
        var wrong = new LinkedHashMap<String, String>();
        var checked = Faults.in(given, known, naming, wrong);
        if (!wrong.isEmpty()) {
            throw wrong(wrong);
        }
        return checked;
    }

    private Rejected wrong(Map<String, String> fields) {
        var first = fields.entrySet().iterator().next();
        return new Rejected(
                module + ".input.invalid",
                first.getKey() + " " + first.getValue()
                        + (fields.size() > 1 ? " (and " + (fields.size() - 1) + " more)" : ""),
                fields);
    }

    private static BigDecimal given(BigDecimal number) {
        if (number == null) {
            throw new Unfit("is missing");
        }
        return number;
    }

    private <T> T fit(String field, Supplier<T> check) {
        try {
            return check.get();
        } catch (Unfit unfit) {
            throw wrong(field, unfit.getMessage());
        }
    }

    public Rejected wrong(String field, String what) {
        return new Rejected(module + ".input.invalid", field + " " + what, Map.of(field, what));
    }
}
