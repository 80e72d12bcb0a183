package org.stepwise.torture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import org.stepwise.data.Database;
import org.stepwise.driver.Distribution;
import org.stepwise.torture.check.Checks;
import org.stepwise.torture.client.Shop;
import org.stepwise.torture.flood.Flood;
import org.stepwise.torture.kind.Cycle;
import org.stepwise.torture.kind.DatabaseLost;
import org.stepwise.torture.kind.Disk;
import org.stepwise.torture.kind.Kill;
import org.stepwise.torture.kind.Oversell;
import org.stepwise.torture.kind.Poison;
import org.stepwise.torture.kind.Replay;
import org.stepwise.torture.kind.Start;
import org.stepwise.torture.site.Site;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./stepwise torture}: one torture after the other, each on a fresh server; ends with 1 when anything broke. */
@Command(name = "torture", sortOptions = false, description = "Breaks the server from outside and looks what is lost.")
public final class Main implements Callable<Integer> {
    private static final List<Torture> TORTURES = List.of(
            new Kill(),
            new Replay(),
            new Oversell(),
            new DatabaseLost(),
            new Cycle(),
            Start.whole(),
            new Poison(),
            new Flood(),
            Disk.whole());

    /** Which databases. */
    private enum Databases {
        DERBY,
        POSTGRES,
        BOTH;

        List<Database.Kind> kinds() {
            return switch (this) {
                case DERBY -> List.of(Database.Kind.DERBY);
                case POSTGRES -> List.of(Database.Kind.POSTGRESQL);
                case BOTH -> List.of(Database.Kind.values());
            };
        }
    }

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "which; all of them when none is named")
    private List<String> names = new ArrayList<>();

    @Option(names = "--database", defaultValue = "BOTH", description = "derby, postgres or both (both)")
    private Databases databases;

    @Option(names = "--times", paramLabel = "N", description = "how often; each torture has its own usual number")
    private Integer times;

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "600", description = "at most, for each torture")
    private int minutes;

    @Option(names = "--seed", paramLabel = "S", description = "as printed by the run to be repeated")
    private Long seed;

    @Option(names = "--folder", paramLabel = "DIR", required = true, hidden = true)
    private Path folder;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "says this")
    private boolean help;

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() {
        var wanted = wanted();
        var distribution = Distribution.unpackedInto(folder.resolve("distribution"));
        int broken = 0;
        for (var torture : wanted) {
            for (var database : databases.kinds()) {
                broken += run(torture, database, distribution);
            }
        }
        return broken == 0 ? 0 : 1;
    }

    private int run(Torture torture, Database.Kind database, Path distribution) {
        var out = spec.commandLine().getOut();
        var place = folder.resolve(torture.name() + "-" + database.name().toLowerCase(Locale.ROOT));
        Distribution.delete(place);
        var limits = new Run.Limits(
                seed == null ? new Random().nextInt(1_000_000) : seed,
                times == null ? torture.usualTimes() : times,
                Duration.ofMinutes(minutes),
                true);
        out.printf(
                "%s on %s, %d times, seed %d: %s%n",
                torture.name(), database, limits.times(), limits.seed(), torture.title());
        var run = run(torture, new Site(database, distribution, place), limits);
        var violations = run.violations();
        if (violations.isEmpty()) {
            Distribution.delete(place);
            run.say("nothing lost, nothing doubled, nothing out of balance");
        } else {
            out.printf("%d violations; the home and its log are kept in %s%n", violations.size(), place);
        }
        return violations.size();
    }

    private Run run(Torture torture, Site site, Run.Limits limits) {
        try (site) {
            var run = new Run(new Shop(site), limits, spec.commandLine().getOut());
            torment(torture, run);
            return run;
        }
    }

    /** Does it and looks at everything afterwards; whatever goes wrong is a violation. */
    static void torment(Torture torture, Run run) {
        try {
            torture.torment(run);
            if (run.hasWorked()) {
                new Checks(run).thorough();
            }
        } catch (RuntimeException | AssertionError failure) {
            run.violated("it could not go on: %s", failure);
        }
    }

    private List<Torture> wanted() {
        var known = TORTURES.stream().map(Torture::name).toList();
        for (var name : names) {
            if (!known.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(), "there is no torture \"" + name + "\"; there are " + known);
            }
        }
        return TORTURES.stream()
                .filter(torture -> names.isEmpty() || names.contains(torture.name()))
                .toList();
    }
}
