package org.stepwise.masterdata.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import javax.persistence.PersistenceException;
import org.stepwise.error.Conflict;
import org.stepwise.error.Rejected;

/** Checks what somebody wants recorded, before it becomes a fact that nobody can take back. */
public final class Wanted {
    private static final BigDecimal LIMIT = new BigDecimal("10000000000");

    private Wanted() {}

    /** The text without blanks around it, null when nothing is left; refuses what no column or screen can hold. */
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

    public static String required(String field, String text, int most) {
        var given = text(field, text, most);
        if (given == null) {
            throw wrong(field, "is missing");
        }
        return given;
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
        return number;
    }

    public static LocalDate day(String field, LocalDate day) {
        if (day.getYear() < 1900 || day.getYear() > 2999) {
            throw wrong(field, "lies outside the years 1900 to 2999");
        }
        return day;
    }

    /** Runs a change that writes a code; two people who take the same code at once are told apart by the database. */
    public static <T> T unique(String code, String conflict, Supplier<T> change) {
        try {
            return change.get();
        } catch (PersistenceException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof java.sql.SQLException sql
                        && String.valueOf(sql.getSQLState()).startsWith("23")) {
                    throw taken(code, conflict);
                }
            }
            throw failed;
        }
    }

    public static Conflict taken(String code, String conflict) {
        return new Conflict(conflict, "the code " + code + " is taken; choose another one");
    }

    public static Rejected wrong(String field, String what) {
        return new Rejected("masterdata.input.invalid", field + " " + what, Map.of(field, what));
    }
}
