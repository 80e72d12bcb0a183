package org.stepwise.modules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.modules.internal.RunningShelf.refused;
import static org.stepwise.testkit.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.stepwise.data.Database;
import org.stepwise.module.Modules;
import org.stepwise.module.Modules.Standing;
import org.stepwise.module.Modules.State;
import org.stepwise.modules.internal.shelf.Shelf;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;

/** Somebody takes bundles away where the platform is not asked: it says so, and mends it when it is told to. */
class MissingModuleTest {

    @Law(11)
    @OnBothDatabases
    void aModuleWhoseImplementationIsGoneIsShownAsMissingUntilItIsEnabledAgain(Database.Kind kind) {
        try (var erp = RunningShelf.on(kind)) {
            erp.enable();
            erp.store("cup", 1);
            erp.takeAwayImplementation();
            eventually(() -> assertThat(erp.standing().state()).isEqualTo(State.MISSING));
            assertThat(erp.standing().reason()).contains("not installed");
            assertThat(erp.conditions()).containsExactly("erp.state.module-missing {module=shelf}");
            refused("erp.module.not-on", () -> erp.store("cup", 1));

            erp.giveBackImplementation();
            erp.awaits(State.ON);
            assertThat(erp.conditions()).isEmpty();
            erp.store("cup", 1);
            assertThat(erp.shelf.table()).isEqualTo(Map.of("cup", 2L));
        }
    }

    @Law(11)
    @OnBothDatabases
    void enablingAMissingModuleBringsItUpAgain(Database.Kind kind) {
        try (var erp = RunningShelf.on(kind)) {
            erp.enable();
            erp.takeAwayImplementation();
            eventually(() -> assertThat(erp.standing().state()).isEqualTo(State.MISSING));
            erp.anna(modules -> modules.enable(Shelf.COMPANY, "shelf", Map.of()));
            assertThat(erp.standing().state()).isEqualTo(State.ENABLING);
            erp.giveBackImplementation();
            erp.awaits(State.ON);
        }
    }

    @Law({11, 17})
    @OnBothDatabases
    void whatIsOffIsListedAndPurgedWithoutAnyOfItsBundles(Database.Kind kind, @TempDir Path home) throws IOException {
        System.setProperty("stepwise.home", home.toString());
        try (var erp = RunningShelf.on(kind)) {
            erp.enable();
            erp.store("plate", 5);
            erp.anna(modules -> modules.disable(Shelf.COMPANY, "shelf"));
            erp.takeAwayImplementation();
            erp.takeAwayManifest();
            assertThat(listed(erp)).extracting(Standing::state).containsExactly(State.OFF);
            assertThat(listed(erp).get(0).title()).isEqualTo("Shelf");
            assertThat(listed(erp).get(0).reason()).contains("not installed");

            erp.anna(modules -> modules.purge(Shelf.COMPANY, "shelf", "shelf"));
            try (var folders = Files.list(home.resolve("exports"))) {
                var export = folders.findFirst().orElseThrow();
                assertThat(Files.readString(export.resolve("thing.csv"))).contains("7,plate,5");
                assertThat(Files.readString(export.resolve("withheld.txt"))).contains("label.text");
            }
            assertThat(erp.shelf.table()).isEmpty();
            assertThat(listed(erp)).isEmpty();
        } finally {
            System.clearProperty("stepwise.home");
        }
    }

    /** Without those that the platform itself brings. */
    private static List<Standing> listed(RunningShelf erp) {
        return erp
                .as(RunningShelf.ANNA, () -> erp.platform.service(Modules.class).list(Shelf.COMPANY))
                .stream()
                .filter(standing -> !standing.alwaysOn())
                .toList();
    }
}
