package org.stepwise.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.stepwise.bench.life.Life;
import org.stepwise.bench.rest.RestOrderToCash;
import org.stepwise.bench.services.CatchUp;
import org.stepwise.bench.services.Contention;
import org.stepwise.bench.services.Growth;
import org.stepwise.bench.services.OrderToCash;
import org.stepwise.bench.services.Reactions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./stepwise bench}: runs benchmarks one after the other and prints what they found. */
@Command(
        name = "bench",
        sortOptions = false,
        description = "Measures what a job costs, beside what it would cost at least.")
public final class Main implements Callable<Integer> {
    static final List<Benchmark> BENCHMARKS = List.of(
            OrderToCash.invoiced(),
            OrderToCash.paid(),
            new RestOrderToCash(),
            new Contention(),
            new Reactions(),
            Growth.traded(),
            Growth.readOnly(),
            new CatchUp(),
            new Life());

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            completionCandidates = Names.class,
            description = "${COMPLETION-CANDIDATES}; all of them when none is named")
    private List<String> names = new ArrayList<>();

    @Option(names = "--database", defaultValue = "both", description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
    private Databases databases;

    @Option(names = "--json", paramLabel = "FILE", description = "writes the figures to this file too")
    private Path json;

    @Option(names = "--in-this-jvm", hidden = true, description = "measures here instead of in a JVM for each run")
    private boolean here;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "says this")
    private boolean help;

    @Mixin
    private Sizes sizes;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    @Override
    public Integer call() throws Exception {
        List<Figure> figures = new ArrayList<>();
        int failed = here ? measureHere(figures) : measureForked(figures);
        if (json != null) {
            Report.write(figures, json);
        }
        return failed;
    }

    private int measureHere(List<Figure> figures) throws Exception {
        for (var benchmark : wanted()) {
            for (var database : databases.kinds()) {
                var run = new Run(database, sizes, spec.commandLine().getOut());
                run.say("%s on %s: %s", benchmark.name(), Databases.name(database), benchmark.title());
                benchmark.run(run);
                figures.addAll(run.figures());
            }
        }
        return 0;
    }

    /** One that fails does not lose what the others found. */
    private int measureForked(List<Figure> figures) throws Exception {
        var fork = new Fork(spec.commandLine().getParseResult());
        int failed = 0;
        figures.addAll(Machine.figures());
        for (var benchmark : wanted()) {
            for (var database : databases.kinds()) {
                try {
                    figures.addAll(fork.measured(benchmark, database));
                } catch (IOException failure) {
                    spec.commandLine().getErr().println(failure.getMessage());
                    failed = 1;
                }
            }
        }
        Report.print(figures, spec.commandLine().getOut());
        return failed;
    }

    private List<Benchmark> wanted() {
        for (var name : names) {
            if (BENCHMARKS.stream().noneMatch(benchmark -> benchmark.name().equals(name))) {
                throw new ParameterException(
                        spec.commandLine(), "there is no benchmark \"" + name + "\"; there are " + known());
            }
        }
        return BENCHMARKS.stream()
                .filter(benchmark -> names.isEmpty() || names.contains(benchmark.name()))
                .toList();
    }

    private static List<String> known() {
        return BENCHMARKS.stream().map(Benchmark::name).toList();
    }

    /** For the help; made by picocli. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return known().iterator();
        }
    }
}
