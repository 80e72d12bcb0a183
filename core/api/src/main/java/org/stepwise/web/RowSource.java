package org.stepwise.web;

import org.stepwise.data.TableList;

/**
 * Where the rows of a register stand, for whoever names one.
 *
 * @param list the table or view
 * @param code the column by which people know them, or null
 * @param ended how it is told that one is not in use any more, or null where all are
 */
public record RowSource(TableList list, String code, Ended ended) {

    /**
     * A flag that says so.
     *
     * @param column of the list
     * @param when what stands there of one that has ended
     * @param word such as {@code archived}
     */
    public record Ended(String column, boolean when, String word) {}
}
