package org.stepwise.modules.internal.replay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.log.event.FiguresCorrected.Amount;
import org.stepwise.log.event.FiguresCorrected.Corrected;
import org.stepwise.log.replay.Difference;
import org.stepwise.log.replay.Figure;
import org.stepwise.log.replay.Figures;

/** The figures of a company against those of its shadow, some documents at a time. */
final class FigureComparison {
    private static final int DOCUMENTS = 500;

    private final Figures figures;
    private final Id company;
    private final Id shadow;
    private final Transactions transactions;
    private Id after = new Id(Long.MIN_VALUE);

    FigureComparison(Figures figures, Id company, Id shadow, Transactions transactions) {
        this.figures = figures;
        this.company = company;
        this.shadow = shadow;
        this.transactions = transactions;
    }

    private record Of(long cause, Id document, LocalDate on, Id party, String of) {
        static final Comparator<Of> ORDER = Comparator.comparingLong(Of::cause)
                .thenComparing(Of::document)
                .thenComparing(Of::on)
                .thenComparing(Of::party, Comparator.nullsFirst(Comparator.<Id>naturalOrder()))
                .thenComparing(Of::of);

        static Of of(Figure figure) {
            return new Of(figure.cause(), figure.document(), figure.on(), figure.party(), figure.of());
        }
    }

    /** Compares some documents more; returns whether there may be others. */
    boolean next(long upTo, Consumer<Difference> differs, Consumer<Corrected> corrections) {
        var page = transactions.call(() -> new Page(
                figures.posted(company, upTo, after, DOCUMENTS), figures.posted(shadow, upTo, after, DOCUMENTS)));
        var last = page.last();
        last.ifPresent(bound -> {
            var computed = summed(page.computed(), bound);
            var differences = differences(summed(page.stand(), bound), computed);
            differences.forEach(differs);
            corrections(differences, computed).forEach(corrections);
            after = bound;
        });
        return last.isPresent();
    }

    private record Page(List<Figure> stand, List<Figure> computed) {
        /** Up to here both are whole. */
        Optional<Id> last() {
            return Stream.of(stand, computed)
                    .filter(side -> !side.isEmpty())
                    .map(side -> side.get(side.size() - 1).document())
                    .min(Comparator.naturalOrder());
        }
    }

    private static Map<Of, BigDecimal> summed(List<Figure> figures, Id last) {
        Map<Of, BigDecimal> sums = new LinkedHashMap<>();
        figures.stream()
                .filter(figure -> figure.document().compareTo(last) <= 0)
                .forEach(figure -> sums.merge(Of.of(figure), figure.amount(), BigDecimal::add));
        return sums;
    }

    private static List<Difference> differences(Map<Of, BigDecimal> stand, Map<Of, BigDecimal> computed) {
        var all = new TreeSet<>(Of.ORDER);
        all.addAll(stand.keySet());
        all.addAll(computed.keySet());
        List<Difference> found = new ArrayList<>();
        for (var of : all) {
            var stands = stand.getOrDefault(of, BigDecimal.ZERO);
            var now = computed.getOrDefault(of, BigDecimal.ZERO);
            if (stands.compareTo(now) != 0) {
                found.add(difference(of, stands, now));
            }
        }
        return found;
    }

    /** Of each document that differs all that it comes to, for a journal balances as a whole only. */
    private static Collection<Corrected> corrections(List<Difference> differences, Map<Of, BigDecimal> computed) {
        Map<Of, Corrected> found = new LinkedHashMap<>();
        differences.forEach(each -> found.computeIfAbsent(
                new Of(each.source().cause(), each.document(), each.on(), each.party(), ""),
                of -> new Corrected(of.cause(), of.document(), of.on(), of.party(), new ArrayList<>())));
        computed.forEach((of, amount) -> {
            var correction = found.get(new Of(of.cause(), of.document(), of.on(), of.party(), ""));
            if (correction != null && amount.signum() != 0) {
                correction.amounts().add(new Amount(of.of(), amount));
            }
        });
        return found.values();
    }

    private static Difference difference(Of of, BigDecimal stands, BigDecimal computed) {
        return new Difference(
                Difference.Kind.FIGURE,
                new Difference.Source(of.cause(), null, 0, 0),
                of.document(),
                of.on(),
                of.party(),
                of.of(),
                text(stands),
                text(computed));
    }

    private static String text(BigDecimal amount) {
        return amount.signum() == 0 ? null : Amounts.plain(amount);
    }
}
