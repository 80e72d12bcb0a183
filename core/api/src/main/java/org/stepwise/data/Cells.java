package org.stepwise.data;

import java.util.regex.Pattern;

/**
 * Texts as cells of CSV files. A spreadsheet runs a cell that begins with a sign of a formula, whoever wrote it; with
 * an apostrophe in front it is a text (<a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP</a>).
 */
public final class Cells {
    /** Signs that begin a formula, their full-width forms, and what spreadsheets skip or cut off before one. */
    private static final Pattern RUN =
            Pattern.compile("'*(?:[\\t\\r\\n]|[\\s\\p{Z}\\p{Cf}]*[=+\\-@＝＋－＠]).*", Pattern.DOTALL);

    private Cells() {}

    /** The text as a cell that no spreadsheet runs: one that could be run gets an apostrophe more than it has. */
    public static String neutral(String text) {
        return isRun(text) ? "'" + text : text;
    }

    /** The text of a cell made by {@link #neutral}, exactly; of any other cell the cell itself. */
    public static String text(String cell) {
        return cell.startsWith("'") && isRun(cell) ? cell.substring(1) : cell;
    }

    private static boolean isRun(String text) {
        return RUN.matcher(text).matches();
    }
}
