package org.stepwise.web.internal.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stepwise.error.Quoted;
import org.stepwise.error.Rejected;
import org.stepwise.web.internal.register.ListGrammar;

/**
 * Which part of a history: {@code ?limit=50&after=…}.
 *
 * @param before the place in the log that it begins before
 */
public record Asked(long before, int limit) {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    /** The newest. */
    public static Asked newest(int limit) {
        return new Asked(Long.MAX_VALUE, limit);
    }

    /** Refuses what it does not know, as lists do. */
    public static Asked parse(Map<String, List<String>> parameters) {
        var wrong = new LinkedHashMap<String, String>();
        var before = Long.MAX_VALUE;
        var limit = USUAL;
        for (var each : parameters.entrySet()) {
            var value = each.getValue().isEmpty() ? "" : each.getValue().get(0);
            if (each.getKey().equals("limit") && value.matches("\\d{1,3}") && fits(Integer.parseInt(value))) {
                limit = Integer.parseInt(value);
            } else if (each.getKey().equals("after") && value.matches("\\d{1,18}")) {
                before = Long.parseLong(value);
            } else {
                wrong.put(Quoted.of(each.getKey()), reason(each.getKey()));
            }
        }
        if (!wrong.isEmpty()) {
            var first = wrong.entrySet().iterator().next();
            throw new Rejected(ListGrammar.INVALID, "\"" + first.getKey() + "\": " + first.getValue(), wrong);
        }
        return new Asked(before, limit);
    }

    private static boolean fits(int limit) {
        return limit >= 1 && limit <= MOST;
    }

    private static String reason(String name) {
        return switch (name) {
            case "limit" -> "is to be a number from 1 to " + MOST;
            case "after" -> "is to be the \"next\" of the page before";
            default -> "is not known; a history knows limit and after";
        };
    }
}
