package org.stepwise.export;

import java.util.ArrayList;
import java.util.List;

/** The lines in which two exports differ: what one has and the other has not, {@code -} and {@code +}. */
public final class Differences {
    private Differences() {}

    public static List<String> between(String always, String late) {
        var differences = new ArrayList<String>();
        var missing = new ArrayList<>(always.lines().toList());
        for (var line : late.lines().toList()) {
            if (!missing.remove(line)) {
                differences.add("+ " + line);
            }
        }
        missing.forEach(line -> differences.add("- " + line));
        if (differences.isEmpty() && !always.equals(late)) {
            differences.add("the same lines in another order");
        }
        return differences;
    }
}
