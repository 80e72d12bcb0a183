package org.stepwise.data.internal.list;

import java.util.List;
import org.stepwise.web.ValueType;

/**
 * A column as lists work with it.
 *
 * @param sqlType as in {@link java.sql.Types}
 * @param nullable false when it is known to have a value in every row
 */
record ListColumn(
        String name,
        String sql,
        ValueType type,
        int sqlType,
        boolean nullable,
        boolean filter,
        boolean sort,
        List<String> choices) {}
