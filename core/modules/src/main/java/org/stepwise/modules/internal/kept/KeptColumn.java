package org.stepwise.modules.internal.kept;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.stepwise.data.Database.Field;
import org.stepwise.data.Database.Index;
import org.stepwise.data.Id;
import org.stepwise.input.Kind;
import org.stepwise.input.Part;
import org.stepwise.log.event.Personal;
import org.stepwise.web.Column;
import org.stepwise.web.ValueType;

/** One component of a description as a column: how it is kept, read, indexed and listed. */
public final class KeptColumn {
    /** Behind the name of every component, for databases have words of their own: {@code order}, {@code year}. */
    private static final String SUFFIX = "_v";

    private static final int LONGEST_CHOICE = 100;

    /** PostgreSQL knows a longer name by its beginning, and would not find it again. */
    private static final int LONGEST_NAME = 60;

    private KeptColumn() {}

    /** Such as {@code net_days_v}. */
    public static String name(Part part) {
        return part.name().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT) + SUFFIX;
    }

    /**
     * With the columns that a text by language has beside it.
     *
     * @param digits of a decimal number
     */
    public static List<Field> fields(Part part, int digits) {
        var column = name(part);
        var fields = new ArrayList<Field>();
        fields.add(new Field(column, sql(part, digits), part.key(), initially(part)));
        if (part.byLanguage()) {
            fields.add(new Field(column + "_key", "${key}", false, null));
            fields.add(new Field(column + "_folded", "VARCHAR(" + Math.max(1000, part.most() * 5) + ")", false, null));
            fields.add(new Field(column + "_by", "VARCHAR(40)", false, null));
        }
        return fields;
    }

    private static String sql(Part part, int digits) {
        return switch (part.kind()) {
            case TEXT -> "VARCHAR(" + part.most() + ")";
            case CHOICE -> "VARCHAR(" + LONGEST_CHOICE + ")";
            case QUANTITY, QUANTITY_OR_NONE, PRICE, PERCENT, AMOUNT, CHARGE ->
                "DECIMAL(" + digits + ", " + decimals(part) + ")";
            case WHOLE, COUNT -> "INTEGER";
            case DAY -> "DATE";
            case FLAG -> "BOOLEAN";
            case REFERENCE -> "BIGINT";
            case LINES -> throw new IllegalStateException("lines have no column");
        };
    }

    /** Of a decimal number. */
    public static int decimals(Part part) {
        return part.kind() == Kind.PERCENT || part.kind() == Kind.AMOUNT || part.kind() == Kind.CHARGE ? 4 : 6;
    }

    /** What an older fact reads as that lacks the component: the rows of then say the same. */
    private static String initially(Part part) {
        var type = part.component().getType();
        return type == boolean.class ? "FALSE" : type == int.class ? "0" : null;
    }

    /** Called after what it is for. */
    public static Index index(String table, String what, List<String> columns, boolean unique) {
        var name = table + "_by_" + what;
        return new Index(
                name.length() <= LONGEST_NAME
                        ? name
                        : name.substring(0, LONGEST_NAME - 9) + "_" + Integer.toHexString(name.hashCode()),
                columns,
                unique);
    }

    /** Days and numbers have an order that people ask for. */
    public static boolean isMeasured(Part part) {
        return switch (part.kind()) {
            case DAY, QUANTITY, QUANTITY_OR_NONE, PRICE, PERCENT, AMOUNT, CHARGE, WHOLE, COUNT -> true;
            case TEXT, CHOICE, FLAG, REFERENCE, LINES -> false;
        };
    }

    /** Whether it tells of a person. */
    public static boolean personal(Part part) {
        return part.component().isAnnotationPresent(Personal.class);
    }

    /** Of these the columns that tell of people, what they are sorted and found by included. */
    public static List<String> personal(List<Part> parts) {
        return parts.stream()
                .filter(KeptColumn::personal)
                .flatMap(part -> part.byLanguage()
                        ? Stream.of(name(part), name(part) + "_key", name(part) + "_folded")
                        : Stream.of(name(part)))
                .toList();
    }

    public static Column listed(Part part) {
        var sql = name(part);
        var column =
                switch (part.kind()) {
                    case TEXT -> Column.of(part.name(), ValueType.TEXT, sql);
                    case CHOICE ->
                        Column.choice(part.name(), sql, part.choices().toArray(String[]::new));
                    case QUANTITY, QUANTITY_OR_NONE, PRICE, PERCENT -> Column.of(part.name(), ValueType.QUANTITY, sql);
                    case AMOUNT, CHARGE -> Column.of(part.name(), ValueType.AMOUNT, sql);
                    case WHOLE, COUNT -> Column.of(part.name(), ValueType.NUMBER, sql);
                    case DAY -> Column.of(part.name(), ValueType.DATE, sql);
                    case FLAG -> Column.of(part.name(), ValueType.FLAG, sql);
                    case REFERENCE -> Column.reference(part.name(), sql, part.register());
                    case LINES -> throw new IllegalStateException("lines have no column");
                };
        if (part.kind() == Kind.TEXT && part.register() != null) {
            column = column.codeOf(part.register());
        }
        return part.byLanguage() ? column.sorted().byLanguage() : column;
    }

    /** What the row has, as forms have it; null for nothing. */
    public static Object value(Part part, ResultSet row) throws SQLException {
        var column = name(part);
        var value =
                switch (part.kind()) {
                    case TEXT, CHOICE -> row.getString(column);
                    case DAY ->
                        row.getDate(column) == null ? null : row.getDate(column).toLocalDate();
                    case FLAG -> (Object) row.getBoolean(column);
                    case REFERENCE -> new Id(row.getLong(column));
                    case WHOLE, COUNT -> (Object) row.getInt(column);
                    default -> row.getBigDecimal(column);
                };
        return row.wasNull() ? null : value;
    }
}
