package org.stepwise.attributes.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.stepwise.attributes.AttributeType;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;
import org.stepwise.input.Bounds;
import org.stepwise.input.Input;

/**
 * An attribute of a register as it is from a day on.
 *
 * @param slot the column its values are kept in
 * @param person the field that leads to whom it tells of, or null
 */
public record Attribute(
        String register,
        String name,
        String title,
        AttributeType type,
        String slot,
        boolean required,
        String person,
        List<String> choices,
        String refers,
        boolean ended,
        LocalDate validFrom) {
    public static final Input INPUT = new Input(AttributesModule.MODULE);

    private static final int NUMBER_DECIMALS = 6;
    private static final int AMOUNT_DECIMALS = 4;

    /** The kinds of columns that values are kept in, and how many there are of each. */
    public static String kind(AttributeType type) {
        return switch (type) {
            case TEXT, CHOICE, REFERENCE -> "t";
            case NUMBER, AMOUNT, FLAG -> "n";
            case DATE -> "d";
        };
    }

    /** As doors call it: nothing else has a name that begins so. */
    public String field() {
        return AttributesModule.MODULE + "_" + name;
    }

    public boolean personal() {
        return person != null;
    }

    /** The value as facts have it; empty for none. Refuses what the attribute cannot be. */
    public String checked(String given) {
        if (given == null || given.isBlank()) {
            return "";
        }
        return switch (type) {
            case TEXT -> INPUT.text(field(), given, Bounds.TEXT);
            case NUMBER -> decimal(given, NUMBER_DECIMALS);
            case AMOUNT -> decimal(given, AMOUNT_DECIMALS);
            case DATE -> day(given.strip());
            case FLAG -> flag(given.strip());
            case CHOICE -> choice(given.strip());
            case REFERENCE -> id(given.strip());
        };
    }

    private String decimal(String given, int decimals) {
        var number = INPUT.bounded(field(), INPUT.typed(field(), given));
        if (number.stripTrailingZeros().scale() > decimals) {
            throw INPUT.wrong(field(), "has more than " + decimals + " decimals");
        }
        return Amounts.plain(number);
    }

    private String day(String given) {
        try {
            var day = LocalDate.parse(given);
            if (day.getYear() >= 1900 && day.getYear() <= 2999) {
                return day.toString();
            }
        } catch (DateTimeException malformed) {
            throw INPUT.wrong(field(), "is not a day, such as 2026-11-21");
        }
        throw INPUT.wrong(field(), "lies outside the years 1900 to 2999");
    }

    private String flag(String given) {
        if (!given.equals("true") && !given.equals("false")) {
            throw INPUT.wrong(field(), "is neither true nor false");
        }
        return given;
    }

    private String choice(String given) {
        if (!choices.contains(given)) {
            throw INPUT.wrong(field(), "is none of " + String.join(", ", choices));
        }
        return given;
    }

    private String id(String given) {
        try {
            return Id.parse(given).toString();
        } catch (Rejected malformed) {
            throw INPUT.wrong(field(), "is not an id of 13 letters and digits");
        }
    }

    /** What its column holds of a text of a fact. */
    Object stored(String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        return switch (type) {
            case TEXT, CHOICE, REFERENCE -> value;
            case NUMBER, AMOUNT -> new BigDecimal(value);
            case FLAG -> value.equals("true") ? BigDecimal.ONE : BigDecimal.ZERO;
            case DATE -> LocalDate.parse(value);
        };
    }

    /** The text of a fact, from its column; null for none. */
    String told(ResultSet row, int column) throws SQLException {
        return switch (type) {
            case TEXT, CHOICE, REFERENCE -> row.getString(column);
            case NUMBER, AMOUNT -> {
                var number = row.getBigDecimal(column);
                yield number == null ? null : Amounts.plain(number);
            }
            case FLAG -> {
                var number = row.getBigDecimal(column);
                yield number == null ? null : Boolean.toString(number.signum() != 0);
            }
            case DATE -> {
                var day = row.getDate(column);
                yield day == null ? null : day.toLocalDate().toString();
            }
        };
    }

    /** As JSON shows it. */
    Object shown(String value) {
        return type == AttributeType.FLAG ? (Object) Boolean.valueOf(value) : value;
    }
}
