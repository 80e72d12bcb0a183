package org.stepwise.data.internal.list;

import java.util.List;
import org.stepwise.web.ValueType;

/**
 * A column as lists work with it.
 *
 * @param sqlType as in {@link java.sql.Types}
 */
record ListColumn(
        String name, String sql, ValueType type, int sqlType, boolean filter, boolean sort, List<String> choices) {}
