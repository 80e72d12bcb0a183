package org.stepwise.modules.internal.catalogue;

import java.util.Optional;

/**
 * Rows of a module that are no facts: who deletes them loses them.
 *
 * @param title what they are, such as {@code planned deliveries}
 * @param where a column and the value it has in these rows; empty: all of the table
 * @param each the column that tells one from another; null: each row is one
 * @param by the column with the id of who made it; null when nobody knows
 * @param whenOff whether they are lost as soon as the module is off
 */
public record Draft(String table, String title, Optional<Value> where, String each, String by, boolean whenOff) {

    /** As the header says it. */
    String clause() {
        return table + ";title=\"" + title + "\""
                + where.map(value -> ";where=\"" + value.column + "=" + value.value + "\"")
                        .orElse("")
                + (each == null ? "" : ";each=" + each)
                + (by == null ? "" : ";by=" + by)
                + ";off=" + whenOff;
    }

    /** A column and its value. */
    public record Value(String column, String value) {
        static Value of(String text) {
            var equals = text.indexOf('=');
            return new Value(
                    text.substring(0, equals).strip(),
                    text.substring(equals + 1).strip());
        }
    }
}
