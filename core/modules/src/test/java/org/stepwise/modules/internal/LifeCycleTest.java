package org.stepwise.modules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwise.modules.internal.RunningShelf.refused;
import static org.stepwise.testkit.Eventually.eventually;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.io.TempDir;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.module.Modules;
import org.stepwise.module.Modules.State;
import org.stepwise.modules.internal.shelf.Shelf;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.Store;

class LifeCycleTest {

    @Law({5, 12})
    @OnBothDatabases
    void aModuleEnabledLateHasReadWhatHappenedBefore(Database.Kind kind) {
        try (var erp = RunningShelf.on(kind)) {
            erp.recordElsewhere(20);
            erp.enable();
            assertThat(erp.shelf.table()).isEqualTo(Map.of("cup", 40L));
            erp.store("cup", 1);
            assertThat(erp.shelf.table()).isEqualTo(Map.of("cup", 41L));
        }
    }

    @Law(11)
    @OnBothDatabases
    void whileOffEventsWait(Database.Kind kind) {
        try (var erp = RunningShelf.on(kind)) {
            erp.enable();
            erp.store("cup", 1);
            erp.anna(modules -> modules.disable(Shelf.COMPANY, "shelf"));
            assertThat(erp.standing().state()).isEqualTo(State.OFF);
            erp.recordElsewhere(3);
            assertThat(erp.shelf.table()).isEqualTo(Map.of("cup", 1L));
            erp.enable();
            assertThat(erp.shelf.table()).isEqualTo(Map.of("cup", 7L));
        }
    }

    @Law({5, 11})
    @OnBothDatabases
    void purgedAndEnabledAgainTheTablesAreTheSame(Database.Kind kind, @TempDir Path home) throws IOException {
        System.setProperty("stepwise.home", home.toString());
        try (var erp = RunningShelf.on(kind)) {
            erp.recordElsewhere(3);
            erp.enable();
            erp.store("plate", 5);
            erp.recordElsewhere(2);
            eventually(() -> assertThat(erp.shelf.table()).isEqualTo(Map.of("cup", 10L, "plate", 5L)));
            var before = erp.shelf.table();
            var label = erp.shelf.label();

            refused("erp.module.not-off", () -> erp.anna(modules -> modules.purge(Shelf.COMPANY, "shelf", "shelf")));
            erp.anna(modules -> modules.disable(Shelf.COMPANY, "shelf"));
            assertThatThrownBy(() -> erp.anna(modules -> modules.purge(Shelf.COMPANY, "shelf", null)))
                    .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.code())
                            .isEqualTo("erp.module.purge-unconfirmed"))
                    .hasMessageContaining("loses for good 1 labels");
            refused(
                    "erp.module.purge-unconfirmed",
                    () -> erp.anna(modules -> modules.purge(Shelf.COMPANY, "shelf", "shelves")));
            erp.anna(modules -> modules.purge(Shelf.COMPANY, "shelf", "shelf"));
            assertThat(erp.standing().state()).isEqualTo(State.AVAILABLE);
            assertThat(erp.shelf.table()).isEmpty();
            erp.enable();
            assertThat(erp.shelf.table()).isEqualTo(before);
            assertThat(erp.shelf.label()).isEqualTo(label);
            erp.store("plate", 1);
            assertThat(erp.shelf.table()).isEqualTo(Map.of("cup", 10L, "plate", 6L));
        } finally {
            System.clearProperty("stepwise.home");
        }
    }

    @OnBothDatabases
    void itsTablesAreBroughtUpToDateOnceAsLongAsItsImplementationStays(Database.Kind kind) {
        var migrated = new ArrayList<Object>();
        var platform = Platform.on(kind).around(Database.class, database -> noting("migrate", migrated, database));
        try (var erp = RunningShelf.on(platform)) {
            erp.enable();
            erp.anna(modules -> modules.disable(Shelf.COMPANY, "shelf"));
            erp.enable();
            assertThat(migrated).containsOnlyOnce("shelf");
        }
    }

    private static Database noting(String called, List<Object> firstArguments, Database database) {
        return (Database) Proxy.newProxyInstance(
                Database.class.getClassLoader(), new Class<?>[] {Database.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals(called)) {
                        firstArguments.add(arguments[0]);
                    }
                    return method.invoke(database, arguments);
                });
    }

    @Law({1, 11, 17})
    @OnBothDatabases
    void purgingExportsTheCompanyWithoutWhatTellsOfPeople(Database.Kind kind, @TempDir Path home) throws IOException {
        System.setProperty("stepwise.home", home.toString());
        try (var erp = RunningShelf.on(kind)) {
            erp.enable();
            erp.store("plate", 5);
            erp.shelf.storeFor(new Id(8), "spoon");
            assertThat(erp.shelf.label()).isEqualTo("A");
            erp.anna(modules -> modules.disable(Shelf.COMPANY, "shelf"));
            erp.anna(modules -> modules.purge(Shelf.COMPANY, "shelf", "shelf"));

            try (var folders = Files.list(home.resolve("exports"))) {
                var export = folders.findFirst().orElseThrow();
                assertThat(Files.readString(export.resolve("thing.csv")))
                        .contains("7,plate,5")
                        .doesNotContain("spoon");
                assertThat(Files.readString(export.resolve("label.csv"))).contains("7,2026-03-02,\r\n");
                assertThat(Files.readString(export.resolve("withheld.txt"))).contains("label.text");
            }
            assertThat(erp.shelf.table()).isEqualTo(Map.of("spoon", 1L));
        } finally {
            System.clearProperty("stepwise.home");
        }
    }

    @OnBothDatabases
    void aModuleThatDidNotComeUpCanBeEnabledAgain(Database.Kind kind) {
        try (var erp = RunningShelf.on(kind)) {
            erp.shelf.breakWith("no ink for the label");
            erp.anna(modules -> modules.enable(Shelf.COMPANY, "shelf", Map.of()));
            erp.awaits(State.FAILED);
            assertThat(erp.standing().reason()).isEqualTo("no ink for the label");
            assertThat(erp.conditions())
                    .containsExactly("erp.state.module-failed {module=shelf, reason=no ink for the label}");
            refused("erp.module.not-on", () -> erp.store("cup", 1));
            erp.shelf.breakWith(null);
            erp.enable();
            assertThat(erp.conditions()).isEmpty();
            erp.store("cup", 1);
            assertThat(erp.shelf.label()).isEqualTo("A");
        }
    }

    @Law(13)
    @OnBothDatabases
    void aServerStoppedInTheMiddleOfCatchUpGoesOnByItself(Database.Kind kind) {
        try (var store = Store.create(kind)) {
            var held = new CountDownLatch(1);
            try (var erp = RunningShelf.on(store, shelf -> shelf.hold(held))) {
                erp.recordElsewhere(5);
                erp.anna(modules -> modules.enable(Shelf.COMPANY, "shelf", Map.of("label", "B")));
                eventually(() -> assertThat(erp.standing().total()).isGreaterThan(0));
                held.countDown();
            }
            try (var erp = RunningShelf.on(store, shelf -> {})) {
                erp.awaits(State.ON);
                assertThat(erp.shelf.table()).isEqualTo(Map.of("cup", 10L));
                assertThat(erp.shelf.label()).isEqualTo("B");
            }
            try (var erp = RunningShelf.on(store, shelf -> {})) {
                erp.awaits(State.ON);
                eventually(() -> erp.store("cup", 1));
                assertThat(erp.shelf.table()).isEqualTo(Map.of("cup", 11L));
            }
        }
    }

    @OnBothDatabases
    void planWritesNothing(Database.Kind kind) {
        try (var erp = RunningShelf.on(kind)) {
            erp.recordElsewhere(4);
            var plan = erp.as(
                    RunningShelf.ANNA, () -> erp.platform.service(Modules.class).plan(Shelf.COMPANY, "shelf"));
            assertThat(plan.migrations()).containsExactly("V1__shelf.sql");
            assertThat(plan.events()).isEqualTo(4);
            assertThat(plan.seconds()).isPositive();
            assertThat(plan.settings()).extracting("name").containsExactly("label");
            assertThat(erp.standing().state()).isEqualTo(State.AVAILABLE);
            assertThat(erp.platform.service(Database.class).applied("shelf")).isEmpty();
            erp.enable();
            assertThat(erp.as(RunningShelf.ANNA, () -> erp.platform
                            .service(Modules.class)
                            .plan(Shelf.COMPANY, "shelf")
                            .migrations()))
                    .isEmpty();
        }
    }

    @OnBothDatabases
    void settingsThatTheModuleDoesNotKnowAreRefused(Database.Kind kind) {
        try (var erp = RunningShelf.on(kind)) {
            refused(
                    "erp.module.settings",
                    () -> erp.anna(modules -> modules.enable(Shelf.COMPANY, "shelf", Map.of("colour", "red"))));
            refused(
                    "erp.module.settings",
                    () -> erp.anna(modules -> modules.enable(Shelf.COMPANY, "shelf", Map.of("label", "C"))));
            assertThat(erp.standing().state()).isEqualTo(State.AVAILABLE);
            refused("erp.module.unknown", () -> erp.anna(modules -> modules.enable(Shelf.COMPANY, "shelve", Map.of())));
        }
    }

    @OnBothDatabases
    void whatIsAlwaysOnIsOnInANewCompanyByItselfAndStaysSo(Database.Kind kind) {
        try (var erp = RunningShelf.alwaysOn(kind)) {
            erp.awaits(State.ON);
            erp.store("cup", 3);
            assertThat(erp.shelf.table()).isEqualTo(Map.of("cup", 3L));
            refused("erp.module.always-on", () -> erp.anna(modules -> modules.disable(Shelf.COMPANY, "shelf")));
        }
    }
}
