package org.stepwise.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.stepwise.testkit.Eventually.eventually;

import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepwise.data.Database;
import org.stepwise.error.Unavailable;
import org.stepwise.testkit.Eventually;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.SmallDisk;
import org.stepwise.testkit.Store;

/** An event meets a database that has no room or takes no changes: it waits, nothing is put aside, and all goes on. */
class DatabaseInTroubleTest {
    private static final int MORE_THAN_THE_BALLAST = 40_000;

    @TempDir
    private Path folder;

    @Law({13, 14})
    @Test
    void anEventThatMeetsAFullDiskWaitsForRoom() {
        assumeTrue(SmallDisk.impossible().isEmpty(), SmallDisk.impossible());
        try (var disk = SmallDisk.mounted(folder.resolve("disk"), 64);
                var shop = new Shop(Store.at(disk.place()))) {
            shop.switchOn("stock");
            var met = meets(shop, () -> {
                disk.fill(0);
                for (int i = 0; i < MORE_THAN_THE_BALLAST; i++) {
                    shop.jdbc.update("UPDATE shop.stock SET trace = trace + 0 WHERE company = ?", Shop.COMPANY);
                }
            });
            sellAndWait(shop, met);
            disk.empty();
            allIsTakenIn(shop);
        }
    }

    @Law({13, 14})
    @Test
    void anEventThatMeetsADatabaseWithoutWriteAccessWaitsForIt() {
        try (var store = Store.create(Database.Kind.POSTGRESQL);
                var shop = new Shop(store)) {
            shop.switchOn("stock");
            var met = meets(shop, () -> {
                execute(store, "ALTER DATABASE %s SET default_transaction_read_only = on");
                execute(store, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'");
            });
            sellAndWait(shop, met);
            triesOnceMore(shop);
            execute(store, "ALTER DATABASE %s RESET default_transaction_read_only");
            allIsTakenIn(shop);
        }
    }

    /** The trouble is over before anybody looks: an event that is only tried again is not put aside for it. */
    @Law(14)
    @ParameterizedTest
    @EnumSource
    void whatTheDatabaseLackedForAMomentIsNotTheEventsFault(Database.Kind kind) {
        try (var shop = new Shop(Store.create(kind))) {
            shop.switchOn("stock");
            var times = new AtomicInteger(10);
            shop.stock.afterEffect = () -> {
                if (times.getAndDecrement() > 0) {
                    throw new Unavailable("erp.data.no-space", "no room for a moment");
                }
            };
            shop.sell("nails", 3);
            allIsTakenIn(shop);
            assertThat(times.get()).isNegative();
        }
    }

    /** The first event that is taken in, and no other, brings the trouble about. */
    private static CountDownLatch meets(Shop shop, Runnable trouble) {
        var met = new CountDownLatch(1);
        var begun = new AtomicBoolean();
        shop.stock.afterEffect = () -> {
            if (!begun.getAndSet(true)) {
                met.countDown();
                trouble.run();
            }
        };
        return met;
    }

    private static void sellAndWait(Shop shop, CountDownLatch met) {
        shop.sell("nails", 3);
        Eventually.await(met);
        var database = shop.platform.service(Database.class);
        eventually(() -> assertThat(database.writable()).isFalse());
    }

    /** Failing alone, and so again, would put the event aside. On Derby who writes waits instead. */
    private static void triesOnceMore(Shop shop) {
        long tries = shop.stock.tries.get();
        eventually(() -> assertThat(shop.stock.tries.get()).isGreaterThan(tries));
    }

    private static void allIsTakenIn(Shop shop) {
        shop.caughtUp("stock");
        assertThat(shop.deliveries.parked(Shop.COMPANY)).isEmpty();
        assertThat(shop.rows("stock", "product, movements")).containsExactly("nails 1");
        assertThat(shop.all("shop.costed")).hasSize(1);
    }

    private static void execute(Store store, String statement) {
        var address = URI.create(store.url().substring("jdbc:".length()));
        var name = address.getPath().substring(1);
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + address.getPort() + "/postgres?user=postgres");
                var work = connection.createStatement()) {
            work.execute(statement.formatted(name));
        } catch (SQLException failure) {
            throw new IllegalStateException(statement, failure);
        }
    }
}
