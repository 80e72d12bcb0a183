package org.stepwise.error;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What of somebody's input a message repeats: enough to know it by, never more, and nothing that cannot be shown. What
 * is wrong with a body of megabytes is told in a few lines.
 */
public final class Quoted {
    private static final int LONGEST = 60;
    private static final int LONGEST_MESSAGE = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_FIELDS = 100;
    private static final int REPLACEMENT = 0xFFFD;

    private Quoted() {}

    /** The first 60 characters; what cannot be shown, such as half a character, is replaced. */
    public static String of(String text) {
        return shown(String.valueOf(text), LONGEST);
    }

    static String message(String text) {
        return text == null ? null : shown(text, LONGEST_MESSAGE);
    }

    /** The first hundred, in the order given. */
    static Map<String, String> fields(Map<String, String> fields) {
        var told = new LinkedHashMap<String, String>();
        fields.entrySet().stream()
                .limit(MOST_FIELDS)
                .forEach(field -> told.put(shown(field.getKey(), LONGEST_NAME), message(field.getValue())));
        return told;
    }

    private static String shown(String text, int most) {
        if (text.length() <= most && text.codePoints().allMatch(Quoted::isShown)) {
            return text;
        }
        var shown = new StringBuilder();
        text.codePoints().limit(most).forEach(each -> shown.appendCodePoint(isShown(each) ? each : REPLACEMENT));
        return text.codePointCount(0, text.length()) > most ? shown.append('…').toString() : shown.toString();
    }

    private static boolean isShown(int character) {
        return character == '\n'
                || character == '\t'
                || !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
    }
}
