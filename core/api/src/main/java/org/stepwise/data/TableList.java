package org.stepwise.data;

import java.util.List;
import java.util.Map;
import org.stepwise.web.Column;

/**
 * A table or view of one module as a list: every column that may be shown, filtered or sorted, by its name outside.
 * The first column of the table is the company; {@code key} names the unique column that ends every sort order.
 *
 * @param from schema and table, such as {@code crm.sales_order}
 * @param key the id column's name in the database
 * @param base the table that a view shows, or null
 */
public record TableList(String from, String key, List<Column> columns, Base base) {

    public TableList(String from, String key, List<Column> columns) {
        this(from, key, columns, null);
    }

    /** One whose rows have an {@code id}. */
    public static TableList of(String from, Column... columns) {
        return new TableList(from, "id", List.of(columns));
    }

    /** The same, where the database may look in the base which rows come first, before it makes all of a view. */
    public TableList over(Base table) {
        return new TableList(from, key, columns, table);
    }

    /**
     * The table behind a view: a row of the view shows one of this table, and columns of the same name say the same.
     *
     * @param key the column that is the view's key
     * @param kind what the rows that are shown have in common, by column; empty: all are shown
     * @param all whether all rows of that kind are shown
     */
    public record Base(String table, String key, Map<String, String> kind, boolean all) {

        /** All rows of the table. */
        public static Base of(String table, String key) {
            return new Base(table, key, Map.of(), true);
        }
    }
}
