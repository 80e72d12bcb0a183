package org.stepwise.twin.random;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;

/** Draws histories by lot, within a session of jqwik: the same seed, the same history. */
final class Histories {
    private static final int LONGEST = 50;
    private static final int TRIES = 1000;

    private final RandomGenerator<List<Act>> generator = acts().list()
            .ofMaxSize(LONGEST)
            .withSizeDistribution(RandomDistribution.uniform())
            .generator(TRIES);

    List<Act> draw(long seed) {
        return generator.next(new Random(seed)).value();
    }

    private static Arbitrary<Act> acts() {
        return Combinators.combine(
                        verbs(),
                        Arbitraries.integers().between(0, 9).withDistribution(RandomDistribution.uniform()),
                        numbers("1", "2", "3", "5", "7", "12", "40", "0.5", "2.25", "0.333333", "1000"),
                        numbers("10", "9.99", "3.3333", "0.01", "0", "100", "1234.56", "0.0049", "7.005", "33.333333"),
                        daysAgo())
                .as(Act::new);
    }

    private static Arbitrary<Verb> verbs() {
        return Arbitraries.frequency(Stream.of(Verb.values())
                .map(verb -> Tuple.of(verb.weight(), verb))
                .toList());
    }

    private static Arbitrary<BigDecimal> numbers(String... values) {
        return Arbitraries.of(Stream.of(values).map(BigDecimal::new).toList());
    }

    /** Mostly today. */
    private static Arbitrary<Integer> daysAgo() {
        return Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(1, 1), Tuple.of(1, 4), Tuple.of(1, 20), Tuple.of(1, 45));
    }
}
