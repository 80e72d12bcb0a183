package org.stepwise.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Rows by outside column name, and the opaque key of the next page, null on the last one. */
public record Page(List<Map<String, Object>> items, String next) {

    /** All rows, page after page: for the lines of one document, of which there is a bound. */
    public static List<Map<String, Object>> all(ListQuery query, Function<ListQuery, Page> pages) {
        var page = pages.apply(query);
        var rows = new ArrayList<>(page.items());
        while (page.next() != null) {
            page = pages.apply(query.after(page.next()));
            rows.addAll(page.items());
        }
        return rows;
    }
}
