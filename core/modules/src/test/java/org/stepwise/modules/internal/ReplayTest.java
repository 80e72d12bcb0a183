package org.stepwise.modules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.stepwise.modules.internal.RunningShelf.refused;
import static org.stepwise.testkit.Eventually.eventually;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.stepwise.data.Database;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.error.Unavailable;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.log.Reaction;
import org.stepwise.log.replay.Difference;
import org.stepwise.module.Modules.State;
import org.stepwise.module.Replays;
import org.stepwise.modules.internal.shelf.Shelf;
import org.stepwise.modules.internal.shelf.Valuer;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.MovableClock;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.Store;

/** A module whose reaction concludes something else in its next version. */
class ReplayTest {
    private static final LocalDate TOMORROW = LocalDate.of(2026, 3, 3);

    @Law(20)
    @OnBothDatabases
    void whatANewVersionConcludesOtherwiseIsListedAndNothingIsWritten(Database.Kind kind) {
        try (var erp = RunningShelf.on(kind)) {
            var older = install(erp, new Valuer(3, null));
            erp.enable();
            erp.store("cup", 5);
            erp.store("plate", 1);
            erp.recordElsewhere(2);
            settle(erp);
            assertThat(replay(erp).differences()).isZero();

            erp.platform.remove(older);
            install(erp, new Valuer(4, null));
            var last = erp.platform.service(Log.class).last();
            var report = replay(erp);
            assertThat(report.differences()).isEqualTo(3);
            assertThat(report.listed())
                    .allMatch(each -> each.kind() == Difference.Kind.CONSEQUENCE
                            && each.of().equals("shelf.thing-valued")
                            && each.source().reaction().equals("shelf.worth"));
            assertThat(report.listed())
                    .extracting(Difference::stands)
                    .containsExactly(worth("cup", 12), worth("cup", 3), worth("cup", 3));
            assertThat(report.listed())
                    .extracting(Difference::computed)
                    .containsExactly(worth("cup", 16), worth("cup", 4), worth("cup", 4));
            assertThat(report.totals())
                    .extracting("of", "differences")
                    .containsExactly(tuple("shelf.thing-valued", 3L));
            assertThat(report.upTo()).isEqualTo(last);
            assertThat(erp.platform.service(Log.class).last()).isEqualTo(last);
            assertThat(erp.shelf.table()).isEqualTo(Map.of("cup", 9L, "plate", 1L));
            assertNothingIsLeft(erp);
        }
    }

    @Law(20)
    @OnBothDatabases
    void whatIsConcludedOnlyNowOrNoMoreIsListedToo(Database.Kind kind) {
        try (var erp = RunningShelf.on(kind)) {
            var older = install(erp, new Valuer(0, null));
            erp.enable();
            erp.store("cup", 2);
            settle(erp);
            erp.platform.remove(older);
            older = install(erp, new Valuer(3, null));
            erp.store("plate", 2);
            settle(erp);
            assertThat(replay(erp).listed()).singleElement().satisfies(only -> {
                assertThat(only.stands()).isNull();
                assertThat(only.computed()).isEqualTo(worth("cup", 3));
            });

            erp.platform.remove(older);
            install(erp, new Valuer(0, null));
            assertThat(replay(erp).listed()).singleElement().satisfies(only -> {
                assertThat(only.stands()).isEqualTo(worth("plate", 3));
                assertThat(only.computed()).isNull();
            });
        }
    }

    @Law({14, 20})
    @OnBothDatabases
    void whatTheNewVersionCannotTakeInIsSaidAndTheRestCompared(Database.Kind kind) {
        try (var erp = RunningShelf.on(kind)) {
            var older = install(erp, new Valuer(3, null));
            erp.enable();
            erp.store("cup", 2);
            erp.store("plate", 2);
            erp.store("cup", 3);
            settle(erp);
            erp.platform.remove(older);
            install(erp, new Valuer(4, "cup"));
            var report = replay(erp);
            assertThat(report.warnings())
                    .singleElement()
                    .asString()
                    .contains("shelf.worth cannot take in shelf.thing-stored", "nobody knows what a cup is worth");
            assertThat(report.listed()).extracting(Difference::computed).containsExactly(worth("plate", 4));
            assertNothingIsLeft(erp);
        }
    }

    /** Long logs come in stretches, whatever is recorded meanwhile. */
    @Law(20)
    @OnBothDatabases
    void aLongLogIsComparedWhileUsersWork(Database.Kind kind) {
        try (var erp = RunningShelf.on(kind)) {
            var older = install(erp, new Valuer(3, null));
            erp.enable();
            erp.recordElsewhere(1_200);
            settle(erp);
            erp.platform.remove(older);
            install(erp, new Valuer(4, null));
            erp.shelf.hold(new CountDownLatch(0));
            start(erp);
            erp.store("plate", 7);
            var report = ended(erp);
            assertThat(report.differences()).isEqualTo(1_200);
            assertThat(report.listed()).hasSize(200);
            assertThat(report.read()).isEqualTo(report.events()).isGreaterThanOrEqualTo(1_200);
            assertNothingIsLeft(erp);
        }
    }

    @Law({13, 20})
    @OnBothDatabases
    void aServerThatEndsInTheMiddleLeavesNothingBehind(Database.Kind kind) {
        try (var store = Store.create(kind)) {
            var dead = new AtomicBoolean();
            try (var erp =
                    RunningShelf.on(Platform.on(store).around(Database.class, database -> unable(dead, database)))) {
                erp.enable();
                erp.recordElsewhere(3);
                dead.set(true);
                assertThat(replay(erp).state()).isEqualTo(Replays.State.FAILED);
                assertThat(shadows(erp)).isEqualTo(1);
                assertThat(things(erp)).isEqualTo(2);
            }
            try (var erp = RunningShelf.on(Platform.on(store).at(MovableClock.on(TOMORROW)))) {
                erp.awaits(State.ON);
                eventually(() -> assertNothingIsLeft(erp));
                assertThat(erp.shelf.table()).isEqualTo(Map.of("cup", 6L));
            }
        }
    }

    @OnBothDatabases
    void oneThatIsEndedLeavesNothingBehind(Database.Kind kind) {
        try (var erp = RunningShelf.on(kind)) {
            erp.enable();
            erp.recordElsewhere(3);
            settle(erp);
            var held = new CountDownLatch(1);
            erp.shelf.hold(held);
            start(erp);
            refused("erp.replay.running", () -> start(erp));
            erp.as(RunningShelf.ANNA, () -> {
                erp.platform.service(Replays.class).cancel(Shelf.COMPANY, "shelf");
                return null;
            });
            held.countDown();
            var report = ended(erp);
            assertThat(report.state()).isEqualTo(Replays.State.FAILED);
            assertThat(report.reason()).contains("was ended");
            assertNothingIsLeft(erp);
        }
    }

    @OnBothDatabases
    void itIsForThoseWithItsPermissionAndForModulesThatAreOn(Database.Kind kind) {
        try (var erp = RunningShelf.on(kind)) {
            refused("erp.replay.not-on", () -> start(erp));
            refused(
                    "erp.module.unknown",
                    () -> erp.as(RunningShelf.ANNA, () -> {
                        erp.platform.service(Replays.class).start(Shelf.COMPANY, "shelve");
                        return null;
                    }));
            erp.enable();
            refused(
                    "erp.permission.missing",
                    () -> erp.as(RunningShelf.caller("erp.module.see"), () -> {
                        erp.platform.service(Replays.class).start(Shelf.COMPANY, "shelf");
                        return null;
                    }));
        }
        try (var erp = RunningShelf.alwaysOn(kind)) {
            erp.awaits(State.ON);
            erp.store("cup", 3);
            refused("erp.replay.always-on", () -> start(erp));
        }
    }

    /** What a reaction concludes since its new version only is concluded for what was before it, once and for all. */
    @Law({4, 20})
    @OnBothDatabases
    void whatWasNotConcludedBeforeIsConcludedByACorrection(Database.Kind kind, @TempDir Path home) {
        System.setProperty("stepwise.home", home.toString());
        try (var erp = RunningShelf.on(kind)) {
            var older = install(erp, new Valuer(0, null));
            erp.enable();
            erp.store("cup", 2);
            erp.store("plate", 5);
            settle(erp);
            erp.platform.remove(older);
            install(erp, new Valuer(3, null));
            assertThat(correct(erp).corrected()).isEqualTo(2);
            assertThat(concluded(erp)).isEqualTo(2);
            assertThat(replay(erp).differences()).isZero();
            assertThat(correct(erp).corrected()).isZero();

            erp.anna(modules -> modules.disable(Shelf.COMPANY, "shelf"));
            erp.anna(modules -> modules.purge(Shelf.COMPANY, "shelf", "shelf"));
            erp.enable();
            settle(erp);
            assertThat(concluded(erp)).isEqualTo(2);
            assertThat(erp.platform.service(Deliveries.class).parked(Shelf.COMPANY))
                    .isEmpty();
            assertThat(replay(erp).differences()).isZero();
        } finally {
            System.clearProperty("stepwise.home");
        }
    }

    @Law(20)
    @OnBothDatabases
    void aModuleThatTakesNoCorrectionsIsLeftAsItIs(Database.Kind kind) {
        try (var erp = RunningShelf.on(kind)) {
            var older = install(erp, new Valuer(3, null));
            erp.enable();
            erp.store("cup", 2);
            settle(erp);
            erp.platform.remove(older);
            install(erp, new Valuer(4, null));
            var last = erp.platform.service(Log.class).last();
            var report = correct(erp);
            assertThat(report.state()).isEqualTo(Replays.State.FAILED);
            assertThat(report.reason()).contains("takes no corrections");
            assertThat(erp.platform.service(Log.class).last()).isEqualTo(last);
        }
    }

    private static Replays.Report correct(RunningShelf erp) {
        erp.as(RunningShelf.ANNA, () -> {
            erp.platform.service(Replays.class).correct(Shelf.COMPANY, "shelf", "it was forgotten");
            return null;
        });
        return ended(erp);
    }

    private static long concluded(RunningShelf erp) {
        return count(erp, "SELECT COUNT(*) FROM eventlog.event WHERE type = 'shelf.thing-valued'");
    }

    private static String worth(String thing, long worth) {
        return "{\"thing\":\"%s\",\"worth\":%d}".formatted(thing, worth);
    }

    private static Reaction install(RunningShelf erp, Valuer version) {
        erp.platform.add(Reaction.class, version);
        return version;
    }

    private static void settle(RunningShelf erp) {
        var deliveries = erp.platform.service(Deliveries.class);
        assertThat(deliveries.await(
                        Shelf.COMPANY, "shelf", erp.platform.service(Log.class).last(), 30_000))
                .isTrue();
    }

    private static Replays.Report replay(RunningShelf erp) {
        start(erp);
        return ended(erp);
    }

    private static void start(RunningShelf erp) {
        erp.as(RunningShelf.ANNA, () -> {
            erp.platform.service(Replays.class).start(Shelf.COMPANY, "shelf");
            return null;
        });
    }

    private static Replays.Report ended(RunningShelf erp) {
        eventually(() -> assertThat(report(erp).state()).isNotEqualTo(Replays.State.RUNNING));
        return report(erp);
    }

    private static Replays.Report report(RunningShelf erp) {
        return erp.as(RunningShelf.ANNA, () -> erp.platform
                .service(Replays.class)
                .find(Shelf.COMPANY, "shelf")
                .orElseThrow());
    }

    private static void assertNothingIsLeft(RunningShelf erp) {
        assertThat(shadows(erp)).isZero();
        assertThat(count(erp, "SELECT COUNT(*) FROM shelf.thing WHERE company <> 7"))
                .isZero();
        assertThat(count(erp, "SELECT COUNT(*) FROM shelf.label WHERE company <> 7"))
                .isZero();
    }

    private static long shadows(RunningShelf erp) {
        return count(erp, "SELECT COUNT(*) FROM platform.shadow");
    }

    private static long things(RunningShelf erp) {
        return count(erp, "SELECT COUNT(*) FROM shelf.thing");
    }

    private static long count(RunningShelf erp, String query) {
        return erp.platform.service(Transactions.class).call(() -> erp.platform
                .service(Sql.class)
                .first(row -> row.getLong(1), query)
                .orElseThrow());
    }

    /** A database that clears nothing any more, as for a server that has ended. */
    private static Database unable(AtomicBoolean dead, Database database) {
        return (Database) Proxy.newProxyInstance(
                Database.class.getClassLoader(), new Class<?>[] {Database.class}, (proxy, method, arguments) -> {
                    if (dead.get() && method.getName().equals("clearSome")) {
                        throw new Unavailable("erp.data.away", "the server has ended");
                    }
                    return method.invoke(database, arguments);
                });
    }
}
