package org.stepwise.web.internal.answer;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stepwise.security.Caller;

/**
 * What a request needed permissions for.
 *
 * @param effect without which it would have been refused
 * @param answer without which its answer would have told less
 */
record Needs(Set<String> effect, Set<String> answer) {
    /** What came to be needed after the effect was for the answer only. */
    static Needs of(Set<String> effect, Set<String> all) {
        var answer = new TreeSet<>(all);
        answer.removeAll(effect);
        return new Needs(effect, answer);
    }

    /** Whether the caller may be told the whole answer. */
    boolean allow(Caller caller) {
        return answer.stream().allMatch(caller::may);
    }

    static String text(Set<String> permissions) {
        return permissions.stream().sorted().collect(Collectors.joining(" "));
    }

    /** Of {@link #text}; none for null. */
    static Set<String> parse(String text) {
        return text == null || text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }
}
