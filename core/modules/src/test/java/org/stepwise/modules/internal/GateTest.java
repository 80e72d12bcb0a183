package org.stepwise.modules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.modules.internal.RunningShelf.refused;
import static org.stepwise.testkit.Eventually.await;
import static org.stepwise.testkit.Eventually.eventually;

import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.stepwise.data.Database;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.module.Claims;
import org.stepwise.module.Modules.State;
import org.stepwise.module.Verbs;
import org.stepwise.modules.internal.gate.Gates;
import org.stepwise.modules.internal.gate.Key;
import org.stepwise.modules.internal.shelf.Shelf;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;

class GateTest {

    @OnBothDatabases
    void whatIsNotOnRefusesVerbsAndQueries(Database.Kind kind) {
        try (var erp = RunningShelf.on(kind)) {
            refused("erp.module.not-on", () -> erp.store("cup", 1));
            refused("erp.module.not-on", () -> erp.anna(any -> erp.shelf.things()));
            assertThat(owned(erp)).isFalse();
        }
    }

    @Law(11)
    @OnBothDatabases
    void whileCatchingUpVerbsAreRefusedAndQueriesAnswered(Database.Kind kind) {
        try (var erp = RunningShelf.on(kind)) {
            var held = new CountDownLatch(1);
            erp.shelf.hold(held);
            erp.recordElsewhere(2);
            assertThat(answers(erp)).as("off").isFalse();
            var gate = erp.platform.service(Gates.class).gate(new Key(Shelf.COMPANY, "shelf"));
            gate.prepare();
            assertThat(answers(erp)).as("its tables are not there yet").isFalse();
            gate.close(false);
            erp.anna(modules -> modules.enable(Shelf.COMPANY, "shelf", Map.of()));
            eventually(() -> assertThat(erp.as(RunningShelf.ANNA, () -> {
                        refused("erp.module.catching-up", () -> erp.shelf.store("cup", 1));
                        return owned(erp);
                    }))
                    .isTrue());
            eventually(() -> assertThat(erp.standing().total()).isEqualTo(3));
            assertThat(answers(erp)).isTrue();
            if (kind == Database.Kind.POSTGRESQL) {
                eventually(() -> assertThat(rowsInThePlans(erp)).isNotNegative());
            }
            held.countDown();
            erp.awaits(State.ON);
            assertThat(erp.as(RunningShelf.ANNA, erp.shelf::things)).isEqualTo(Map.of("cup", 4L));
            refused("erp.module.not-off", () -> erp.anna(modules -> modules.enable(Shelf.COMPANY, "shelf", Map.of())));
        }
    }

    @OnBothDatabases
    void whoLacksThePermissionIsRefused(Database.Kind kind) {
        try (var erp = RunningShelf.on(kind)) {
            erp.enable();
            var clerk = RunningShelf.caller("shelf.thing.see");
            erp.as(clerk, () -> {
                assertThat(erp.shelf.things()).isEmpty();
                refused("erp.permission.missing", () -> erp.shelf.store("cup", 1));
                refused("erp.permission.missing", erp::standingAsCaller);
                return null;
            });
            assertThat(erp.shelf.table()).isEmpty();
        }
    }

    @OnBothDatabases
    void switchingOffWaitsForWhatIsInFlight(Database.Kind kind) {
        try (var erp = RunningShelf.on(kind)) {
            erp.enable();
            var inside = new CountDownLatch(1);
            var goOn = new CountDownLatch(1);
            var verb = CompletableFuture.runAsync(() -> erp.anna(any -> erp.shelf.storeAfter(() -> {
                inside.countDown();
                await(goOn);
            })));
            await(inside);
            var off = CompletableFuture.runAsync(() -> erp.anna(modules -> modules.disable(Shelf.COMPANY, "shelf")));
            eventually(() -> refused("erp.module.not-on", () -> erp.store("cup", 1)));
            assertThat(off).isNotDone();
            goOn.countDown();
            verb.join();
            off.join();
            assertThat(erp.standing().state()).isEqualTo(State.OFF);
            assertThat(erp.shelf.table()).containsEntry("late", 1L);
        }
    }

    @OnBothDatabases
    void onlyTheOutermostVerbClaims(Database.Kind kind) {
        try (var erp = RunningShelf.on(kind)) {
            erp.enable();
            var claimed = new ArrayList<Object>();
            var transactions = erp.platform.service(Transactions.class);
            erp.platform.add(Claims.class, result -> {
                assertThat(transactions.active()).isTrue();
                claimed.add(result);
            });
            var verbs = erp.platform.service(Verbs.class);
            erp.anna(any -> verbs.write("shelf", "shelf.thing.store", () -> {
                verbs.write("shelf", "shelf.thing.store", () -> "inner");
                return "outer";
            }));
            assertThat(claimed).containsExactly("outer");
        }
    }

    private static boolean owned(RunningShelf erp) {
        return erp.as(RunningShelf.ANNA, () -> erp.platform.service(Verbs.class).owns("shelf"));
    }

    /** How many rows PostgreSQL believes that the module's table has; -1: it has never counted them. */
    private static int rowsInThePlans(RunningShelf erp) {
        var sql = "SELECT reltuples FROM pg_class WHERE oid = 'shelf.thing'::regclass";
        return erp.platform.service(Transactions.class).call(() -> erp.platform
                .service(Sql.class)
                .first(row -> row.getInt(1), sql)
                .orElseThrow());
    }

    private static boolean answers(RunningShelf erp) {
        return erp.as(RunningShelf.ANNA, () -> erp.platform.service(Verbs.class).answers("shelf"));
    }
}
