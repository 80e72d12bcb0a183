package org.stepwise.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepwise.bench.services.OrderToCash;
import org.stepwise.data.Database;
import picocli.CommandLine;

/** Each benchmark in its smallest form, so that none rots; what they find here is no measurement. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryBenchmarkTest {
    private static final int ORDERS = 10;
    private static final String[] SMALLEST = {
        "--orders=" + ORDERS,
        "--warm-up=0",
        "--clients=1,2",
        "--products=10",
        "--counted=2",
        "--writers=4",
        "--reads=5",
        "--fill=10,20",
        "--events=50"
    };

    private final Map<Benchmark, List<Figure>> found = new HashMap<>();

    private List<Figure> figures(Benchmark benchmark) throws Exception {
        if (!found.containsKey(benchmark)) {
            var sizes = CommandLine.populateCommand(new Sizes(), SMALLEST);
            var run = new Run(Database.Kind.DERBY, sizes, new PrintWriter(Writer.nullWriter()));
            benchmark.run(run);
            found.put(benchmark, run.figures());
        }
        return found.get(benchmark);
    }

    static List<Benchmark> benchmarks() {
        return Main.BENCHMARKS.stream()
                .filter(benchmark -> benchmark.getClass().getPackage().equals(OrderToCash.class.getPackage()))
                .toList();
    }

    static Stream<Benchmark> orders() {
        return benchmarks().stream().filter(OrderToCash.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("benchmarks")
    void eachFindsFigures(Benchmark benchmark) throws Exception {
        assertThat(figures(benchmark)).isNotEmpty().allSatisfy(figure -> assertThat(figure.value())
                .as(figure.figure())
                .isFinite());
    }

    @ParameterizedTest
    @MethodSource("orders")
    void floorIsWhatTheFixedListSays(Benchmark benchmark) throws Exception {
        assertThat(values(benchmark, ".limit.rows_per_order")).containsExactly(57.0, 57.0);
        assertThat(values(benchmark, ".limit.statements_per_order")).containsExactly(15.0, 15.0);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void linesCountedAreThoseInTheLedger(Benchmark benchmark) throws Exception {
        assertThat(values(benchmark, ".services.lines_in_ledger")).containsExactly(5.0 * ORDERS, 5.0 * ORDERS);
    }

    private List<Double> values(Benchmark benchmark, String name) throws Exception {
        return figures(benchmark).stream()
                .filter(figure -> figure.figure().equals(benchmark.name() + name))
                .map(Figure::value)
                .toList();
    }
}
