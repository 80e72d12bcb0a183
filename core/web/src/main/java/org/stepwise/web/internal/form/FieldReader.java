package org.stepwise.web.internal.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;
import org.stepwise.input.Unfit;
import org.stepwise.web.Field;

/** Reads one value as its field describes it. */
public final class FieldReader {
    private static final int DIGITS = 19;
    private static final int AMOUNT_DECIMALS = 4;
    private static final int QUANTITY_DECIMALS = 6;
    private static final int LONGEST_TEXT = 10_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    private FieldReader() {}

    /** What is wrong with a value, in words for the person who entered it. */
    public static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message, null, false, false);
        }
    }

    /** The value, null for none. */
    public static Object read(Field field, JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        if (node.isContainerNode()) {
            throw new Wrong("one value is expected here");
        }
        var value = typed(field, node);
        return field.part() == null ? value : checked(field, value);
    }

    private static Object checked(Field field, Object value) {
        try {
            return value == null ? null : field.part().checked(value);
        } catch (Unfit unfit) {
            throw new Wrong(unfit.getMessage());
        }
    }

    private static Object typed(Field field, JsonNode node) {
        return switch (field.type()) {
            case TEXT -> text(field, node);
            case CHOICE -> choice(field, node);
            case NUMBER -> decimal(node, QUANTITY_DECIMALS);
            case AMOUNT -> decimal(node, AMOUNT_DECIMALS);
            case QUANTITY -> decimal(node, QUANTITY_DECIMALS);
            case DATE -> day(node);
            case MOMENT -> moment(node);
            case FLAG -> flag(node);
            case REFERENCE -> reference(node);
        };
    }

    private static String text(Field field, JsonNode node) {
        if (!node.isTextual()) {
            throw new Wrong("a text is expected");
        }
        var text = node.textValue().strip();
        var most = field.max() > 0 ? field.max() : LONGEST_TEXT;
        if (text.length() > most) {
            throw new Wrong("has " + text.length() + " characters; at most " + most + " are allowed");
        }
        if (text.chars().anyMatch(each -> each < ' ' && each != '\n' && each != '\r' && each != '\t')) {
            throw new Wrong("has a control character");
        }
        return text.isEmpty() ? null : text;
    }

    private static String choice(Field field, JsonNode node) {
        var choice = node.isTextual() ? node.textValue() : "";
        if (node.isTextual() && choice.isEmpty()) {
            return null;
        }
        if (!field.choices().contains(choice)) {
            throw new Wrong("is none of " + String.join(", ", field.choices()));
        }
        return choice;
    }

    private static BigDecimal decimal(JsonNode node, int decimals) {
        BigDecimal number;
        try {
            number = node.isTextual() ? plain(node.textValue()) : node.isNumber() ? node.decimalValue() : null;
        } catch (NumberFormatException malformed) {
            number = null;
        }
        if (number == null) {
            if (node.isTextual() && node.textValue().isBlank()) {
                return null;
            }
            throw new Wrong("a decimal number with a point is expected, such as 12.50");
        }
        if (number.precision() - number.scale() > DIGITS - decimals) {
            throw new Wrong("is too large; at most " + (DIGITS - decimals) + " digits before the point are kept");
        }
        if (number.scale() > decimals && number.stripTrailingZeros().scale() > decimals) {
            throw new Wrong("has more than " + decimals + " decimals");
        }
        return number;
    }

    /** Plain notation only: an exponent is a way to write a number that fills the memory. */
    private static BigDecimal plain(String text) {
        var stripped = text.strip();
        if (!stripped.matches("[+-]?\\d{1,30}(\\.\\d{1,30})?")) {
            throw new NumberFormatException();
        }
        return new BigDecimal(stripped);
    }

    private static LocalDate day(JsonNode node) {
        if (node.isTextual() && node.textValue().isBlank()) {
            return null;
        }
        try {
            var day = LocalDate.parse(node.isTextual() ? node.textValue().strip() : "");
            if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
                throw new Wrong("is not between " + FIRST_DAY + " and " + LAST_DAY);
            }
            return day;
        } catch (DateTimeParseException malformed) {
            throw new Wrong("a day is expected, such as 2026-11-21");
        }
    }

    private static Instant moment(JsonNode node) {
        if (node.isTextual() && node.textValue().isBlank()) {
            return null;
        }
        try {
            return Instant.parse(node.isTextual() ? node.textValue().strip() : "");
        } catch (DateTimeParseException malformed) {
            throw new Wrong("a moment in UTC is expected, such as 2026-11-21T14:30:00Z");
        }
    }

    private static Boolean flag(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return switch (node.isTextual() ? node.textValue() : "?") {
            case "true" -> true;
            case "false" -> false;
            case "" -> null;
            default -> throw new Wrong("true or false is expected");
        };
    }

    private static Id reference(JsonNode node) {
        if (node.isTextual() && node.textValue().isBlank()) {
            return null;
        }
        try {
            return Id.parse(node.isTextual() ? node.textValue().strip() : null);
        } catch (Rejected malformed) {
            throw new Wrong("an id of 13 letters and digits is expected");
        }
    }
}
