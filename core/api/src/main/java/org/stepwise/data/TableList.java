package org.stepwise.data;

import java.util.List;
import org.stepwise.web.Column;

/**
 * A table or view of one module as a list: every column that may be shown, filtered or sorted, by its name outside.
 * The first column of the table is the company; {@code key} names the unique column that ends every sort order.
 *
 * @param from schema and table, such as {@code crm.sales_order}
 * @param key the id column's name in the database
 */
public record TableList(String from, String key, List<Column> columns) {}
