package org.stepwise.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepwise.data.Database;
import org.stepwise.driver.Distribution;
import org.stepwise.driver.Sources;
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

/** Every torture in its shortest form, on one server a database; {@code ./stepwise torture} does them in earnest. */
class TortureIT {
    private static final long SEED = 7;
    private static final Path FOLDER = Sources.root().resolve("distribution/torture/target");

    /** A torture and how many times. */
    private record Short(Torture torture, int times) {}

    private static final Map<Database.Kind, List<Short>> SHORT = Map.of(
            Database.Kind.DERBY,
            List.of(
                    new Short(Start.firstStart(), 1),
                    new Short(new Kill(), 1),
                    new Short(new Flood(), 4),
                    new Short(new Oversell(), 1),
                    new Short(new Cycle(), 1),
                    new Short(Disk.quick(), 1)),
            Database.Kind.POSTGRESQL,
            List.of(
                    new Short(new DatabaseLost(), 2),
                    new Short(new Replay(), 100),
                    new Short(new Poison(), 3),
                    new Short(Disk.quick(), 3)));

    @ParameterizedTest
    @EnumSource
    void nothingIsLostDoubledOrOutOfBalance(Database.Kind kind) throws IOException {
        var place = FOLDER.resolve(kind.name().toLowerCase(Locale.ROOT));
        Distribution.delete(place);
        var distribution = Distribution.unpackedInto(FOLDER.resolve("distribution"));
        var log = Files.newBufferedWriter(FOLDER.resolve("torture-" + place.getFileName() + ".log"));
        try (var out = new PrintWriter(log, true);
                var site = new Site(kind, distribution, place)) {
            var shop = new Shop(site);
            for (var each : SHORT.get(kind)) {
                var limits = new Run.Limits(SEED, each.times(), Duration.ofMinutes(10), false);
                var run = new Run(shop, limits, out);
                each.torture().torment(run);
                assertThat(run.violations()).as(each.torture().name()).isEmpty();
            }
            var end = new Run(shop, new Run.Limits(SEED, 1, Duration.ofMinutes(10), false), out);
            new Checks(end).thorough();
            assertThat(end.violations()).isEmpty();
        }
    }
}
