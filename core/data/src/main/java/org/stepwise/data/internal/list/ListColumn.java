package org.stepwise.data.internal.list;

import java.sql.Types;
import java.util.List;
import org.stepwise.text.Named;
import org.stepwise.web.ValueType;

/**
 * A column as lists work with it.
 *
 * @param sqlType as in {@link java.sql.Types}
 * @param nullable false when it is known to have a value in every row
 * @param spoken whether keys by language stand beside it
 * @param named where the text stands that the id in {@code sql} leads to, or null
 */
record ListColumn(
        String name,
        String sql,
        ValueType type,
        int sqlType,
        boolean nullable,
        boolean filter,
        boolean sort,
        List<String> choices,
        boolean spoken,
        Named named) {
    private static final String KEY = "_key";
    private static final String FOLDED = "_folded";

    /** What it is sorted by, where it is sorted by language. */
    ListColumn byKey() {
        return beside(KEY, Types.VARBINARY);
    }

    /** What is searched in. */
    ListColumn folded() {
        return beside(FOLDED, Types.VARCHAR);
    }

    private ListColumn beside(String ending, int besideType) {
        var there = named == null ? null : Named.plain(named.table(), named.key(), named.column() + ending);
        return new ListColumn(
                ListColumns.HIDDEN + name + ending,
                named == null ? sql + ending : sql,
                ValueType.TEXT,
                besideType,
                nullable,
                filter,
                false,
                List.of(),
                false,
                there);
    }

    /** The same in a statement that has several tables. */
    ListColumn of(String table) {
        return with(table + "." + sql, nullable);
    }

    /** The same where a row has a value. */
    ListColumn present() {
        return with(sql, false);
    }

    private ListColumn with(String otherSql, boolean mayLack) {
        return new ListColumn(name, otherSql, type, sqlType, mayLack, filter, sort, choices, spoken, named);
    }

    boolean isBytes() {
        return sqlType == Types.VARBINARY || sqlType == Types.BINARY || sqlType == Types.LONGVARBINARY;
    }
}
