package org.stepwise.web;

import java.util.List;
import java.util.Map;

/**
 * A table with one row at most beside each row of a list, so that the list can be filtered and sorted by what stands
 * there. Rows that have none there are those without a value. Sorted by it, in either direction, rows with a value come
 * first; an index {@code (company, kind…, column, key)} finds them, on Derby another one with the last two descending.
 *
 * @param table schema and table, whose first column is the company
 * @param key the column with the id of the list's row
 * @param kind what the rows that belong to this list have in common, by column
 * @param columns those that may be named in filters and orders
 */
public record Beside(String table, String key, Map<String, String> kind, List<Column> columns) {}
