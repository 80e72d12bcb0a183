package org.stepwise.data.internal.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stepwise.web.Page;

/** The rows of a page as they are found, in order. */
final class PageRows {
    private final ListColumns columns;
    private final SortOrder order;
    private final int limit;
    private final List<Map<String, Object>> items = new ArrayList<>();
    private String last;
    private boolean more;

    PageRows(ListColumns columns, SortOrder order, int limit) {
        this.columns = columns;
        this.order = order;
        this.limit = limit;
    }

    void take(ResultSet rows) throws SQLException {
        while (!more && rows.next()) {
            if (items.size() == limit) {
                more = true;
            } else {
                items.add(item(rows, columns));
                last = items.size() == limit ? order.key(rows, columns) : null;
            }
        }
    }

    static Map<String, Object> item(ResultSet row, ListColumns columns) throws SQLException {
        Map<String, Object> item = new LinkedHashMap<>();
        int index = 1;
        for (var column : columns.selected()) {
            item.put(column.name(), Values.shown(row, index++, column));
        }
        return item;
    }

    /** Whether there is a row behind it. */
    boolean more() {
        return more;
    }

    Page page() {
        return new Page(items, more ? last : null);
    }
}
