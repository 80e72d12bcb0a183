package org.stepwise.data.internal.list;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The indexes of a table by what they sort. Derby weighs an index against sorting as if all rows were wanted, and sorts
 * a large company for its first page: it has to be told which index has the rows in order.
 *
 * @param columns by the name of the index, such as {@code [company, ordered_on DESC, id DESC]}
 */
record SortIndexes(Map<String, List<String>> columns) {
    private static final SortIndexes NONE = new SortIndexes(Map.of());

    /** None where the database finds out itself. */
    static SortIndexes of(Connection connection, String table) throws SQLException {
        var database = connection.getMetaData();
        if (!database.getDatabaseProductName().contains("Derby")) {
            return NONE;
        }
        var name = table.toUpperCase(Locale.ROOT).split("\\.");
        Map<String, List<String>> found = new LinkedHashMap<>();
        try (var rows = database.getIndexInfo(null, name[0], name[1], false, true)) {
            while (rows.next()) {
                var column = rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                found.computeIfAbsent(rows.getString("INDEX_NAME"), index -> new ArrayList<>())
                        .add("D".equals(rows.getString("ASC_OR_DESC")) ? column + " DESC" : column);
            }
        }
        return new SortIndexes(Map.copyOf(found));
    }

    /** False where the database needs no help. */
    boolean known() {
        return !columns.isEmpty();
    }

    /**
     * What follows the table's name, so that the rows of a company that have certain values come in this order without
     * being sorted; empty if no index does that.
     *
     * @param equal the columns of which the values are given
     */
    String hint(Set<String> equal, List<String> order) {
        return hint(equal, order, "");
    }

    /** The same for a table that is looked up for each row of another: once a row, and never all of it beforehand. */
    String lookUp(Set<String> equal) {
        return hint(equal, List.of(), ", joinStrategy=NESTEDLOOP");
    }

    private String hint(Set<String> equal, List<String> order, String more) {
        return columns.entrySet().stream()
                .filter(index -> serves(index.getValue(), equal, order))
                .map(index -> " --DERBY-PROPERTIES index=\"" + index.getKey() + "\"" + more + "\n")
                .findFirst()
                .orElse("");
    }

    private static boolean serves(List<String> index, Set<String> equal, List<String> order) {
        int sorted = 1 + equal.size();
        int end = sorted + order.size();
        return index.size() >= end
                && index.get(0).equals("company")
                && Set.copyOf(index.subList(1, sorted)).equals(equal)
                && index.subList(sorted, end).equals(order);
    }
}
