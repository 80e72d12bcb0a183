package org.stepwise.accounting.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.stepwise.data.Id;
import org.stepwise.log.event.FiguresCorrected.Amount;
import org.stepwise.log.event.FiguresCorrected.Corrected;
import org.stepwise.log.replay.Figure;

/** All figures of one document by one fact, value date and party: its journals balance, and are corrected together. */
public record Recalculated(long cause, Id document, LocalDate on, Id party) {
    /** Of journals and open items. */
    public static final String KIND = "RECALCULATED";

    /** How the figures of open items begin, which are of accounts else. */
    public static final String OPEN_ITEM = "open item";

    private static final long MOST_IN_ONE_FACT = 1L << 12;

    public static Recalculated of(Corrected fact) {
        return new Recalculated(fact.cause(), fact.document(), fact.on(), fact.party());
    }

    private static Recalculated of(Figure figure) {
        return new Recalculated(figure.cause(), figure.document(), figure.on(), figure.party());
    }

    /** Of what a correction writes; below the ids of documents, which begin with the time. */
    public static long id(long position, int ordinal) {
        return position * MOST_IN_ONE_FACT + ordinal;
    }

    public static boolean isOpenItem(String of) {
        return of.startsWith(OPEN_ITEM);
    }

    /** What documents come to. */
    public static Map<Recalculated, Map<String, BigDecimal>> sums(List<Figure> figures) {
        Map<Recalculated, Map<String, BigDecimal>> sums = new HashMap<>();
        figures.forEach(figure -> sums.computeIfAbsent(of(figure), whole -> new HashMap<>())
                .merge(figure.of(), figure.amount(), BigDecimal::add));
        return sums;
    }

    /**
     * What it should come to, less what it comes to.
     *
     * @param own which of the figures
     */
    public static Map<String, BigDecimal> missing(
            List<Amount> wanted, Map<String, BigDecimal> standing, Predicate<String> own) {
        Map<String, BigDecimal> missing = new TreeMap<>();
        wanted.forEach(amount -> missing.merge(amount.of(), amount.amount(), BigDecimal::add));
        standing.forEach((of, amount) -> missing.merge(of, amount.negate(), BigDecimal::add));
        missing.keySet().removeIf(own.negate());
        missing.values().removeIf(amount -> amount.signum() == 0);
        return missing;
    }
}
