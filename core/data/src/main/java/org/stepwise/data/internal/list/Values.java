package org.stepwise.data.internal.list;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;

/** Values between the database, the texts of filters and page keys, and what a list shows. */
final class Values {
    private Values() {}

    /** As it goes into JSON: everything a text, flags and versions excepted. */
    static Object shown(ResultSet row, int index, ListColumn column) throws SQLException {
        if (column.name().equals("version")) {
            return row.getLong(index);
        }
        var text = text(row, index, column);
        return switch (column.type()) {
            case NUMBER, AMOUNT, QUANTITY -> text == null ? null : Amounts.plain(new BigDecimal(text));
            case FLAG -> text == null ? null : Boolean.valueOf(text);
            default -> text;
        };
    }

    /** Without loss, so that {@link #typed} gives the same value again. */
    static String text(ResultSet row, int index, ListColumn column) throws SQLException {
        return switch (column.type()) {
            case TEXT, CHOICE -> column.isBytes() ? hex(row.getBytes(index)) : row.getString(index);
            case NUMBER, AMOUNT, QUANTITY -> {
                var number = row.getBigDecimal(index);
                yield number == null ? null : number.toPlainString();
            }
            case DATE -> {
                var day = row.getDate(index);
                yield day == null ? null : day.toLocalDate().toString();
            }
            case MOMENT -> {
                var moment = row.getTimestamp(index);
                yield moment == null
                        ? null
                        : DateTimeFormatter.ISO_INSTANT.format(
                                moment.toLocalDateTime().toInstant(ZoneOffset.UTC));
            }
            case FLAG -> {
                var flag = row.getBoolean(index);
                yield row.wasNull() ? null : Boolean.toString(flag);
            }
            case REFERENCE -> reference(row, index, column);
        };
    }

    private static String hex(byte[] bytes) {
        return bytes == null ? null : HexFormat.of().formatHex(bytes);
    }

    private static String reference(ResultSet row, int index, ListColumn column) throws SQLException {
        if (isText(column)) {
            return row.getString(index);
        }
        var id = row.getLong(index);
        return row.wasNull() ? null : new Id(id).toString();
    }

    private static boolean isText(ListColumn column) {
        return column.sqlType() == Types.VARCHAR || column.sqlType() == Types.CHAR;
    }

    /** The value that the database compares with; refuses a text that is none of the column's type. */
    static Object typed(ListColumn column, String text) {
        try {
            return switch (column.type()) {
                case TEXT -> column.isBytes() ? HexFormat.of().parseHex(text) : text;
                case CHOICE -> choice(column, text);
                case NUMBER, AMOUNT, QUANTITY -> new BigDecimal(text);
                case DATE -> Date.valueOf(LocalDate.parse(text));
                case MOMENT -> Timestamp.valueOf(LocalDateTime.ofInstant(Instant.parse(text), ZoneOffset.UTC));
                case FLAG -> flag(column, text);
                case REFERENCE ->
                    isText(column) ? text : (Object) Id.parse(text).value();
            };
        } catch (NumberFormatException | DateTimeException | Rejected notOfThisType) {
            throw new Rejected(
                    "erp.list.bad-value",
                    "\"" + text + "\" is not a value of \"" + column.name() + "\": give " + wanted(column),
                    Map.of(column.name(), wanted(column)));
        }
    }

    private static String choice(ListColumn column, String text) {
        if (!column.choices().isEmpty() && !column.choices().contains(text)) {
            throw new NumberFormatException(text);
        }
        return text;
    }

    private static Object flag(ListColumn column, String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new NumberFormatException(text);
        }
        var flag = Boolean.valueOf(text);
        var isBoolean = column.sqlType() == Types.BOOLEAN || column.sqlType() == Types.BIT;
        return isBoolean ? flag : (Object) (flag ? 1 : 0);
    }

    private static String wanted(ListColumn column) {
        return switch (column.type()) {
            case TEXT -> "a text";
            case CHOICE -> "one of " + String.join(", ", column.choices());
            case NUMBER, AMOUNT, QUANTITY -> "a number such as 12.50";
            case DATE -> "a day such as 2026-01-31";
            case MOMENT -> "a moment such as 2026-01-31T12:00:00Z";
            case FLAG -> "true or false";
            case REFERENCE -> "an id of 13 letters and digits";
        };
    }
}
