package org.stepwise.text;

/**
 * What something is called, and where that stands. Rows that name it by its id keep no copy: lists look it up for the
 * rows of a page, and who searches by it finds the ids first. So nothing can show an old name, or one that was erased.
 *
 * @param table schema and table, whose first column is the company
 * @param key the column with the id
 * @param column the text
 * @param byLanguage whether it has keys beside it, as {@link Collation} makes them
 */
public record Named(String table, String key, String column, boolean byLanguage) {

    /** A text that is the same in every language, such as a number. */
    public static Named plain(String table, String key, String column) {
        return new Named(table, key, column, false);
    }

    /** A text that people wrote. */
    public static Named byLanguage(String table, String key, String column) {
        return new Named(table, key, column, true);
    }
}
