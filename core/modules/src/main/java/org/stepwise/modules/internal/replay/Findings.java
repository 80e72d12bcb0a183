package org.stepwise.modules.internal.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stepwise.log.replay.Difference;
import org.stepwise.module.Replays.Total;

/** What a replay has found so far: all of it counted and added up, the first of it kept. */
final class Findings {
    private static final int LISTED = 200;
    private static final int TEXT_LONGEST = 500;

    private final List<Difference> listed = new ArrayList<>();
    private final Map<String, Total> totals = new TreeMap<>();
    private long count;

    synchronized void add(Difference difference) {
        count++;
        if (listed.size() < LISTED) {
            listed.add(shortened(difference));
        }
        totals.merge(difference.of(), total(difference), Findings::sum);
    }

    synchronized long count() {
        return count;
    }

    synchronized List<Difference> listed() {
        return List.copyOf(listed);
    }

    synchronized List<Total> totals() {
        return List.copyOf(totals.values());
    }

    private static Total total(Difference difference) {
        return new Total(
                difference.of(), 1, amount(difference, difference.stands()), amount(difference, difference.computed()));
    }

    /** Of consequences it counts how many there are. */
    private static BigDecimal amount(Difference difference, String text) {
        if (text == null) {
            return BigDecimal.ZERO;
        }
        return difference.kind() == Difference.Kind.FIGURE ? new BigDecimal(text) : BigDecimal.ONE;
    }

    private static Total sum(Total one, Total other) {
        return new Total(
                one.of(),
                one.differences() + other.differences(),
                one.stands().add(other.stands()),
                one.computed().add(other.computed()));
    }

    private static Difference shortened(Difference difference) {
        return new Difference(
                difference.kind(),
                difference.source(),
                difference.document(),
                difference.on(),
                difference.party(),
                difference.of(),
                shortened(difference.stands()),
                shortened(difference.computed()));
    }

    private static String shortened(String text) {
        return text == null || text.length() <= TEXT_LONGEST ? text : text.substring(0, TEXT_LONGEST) + "…";
    }
}
