package org.stepwise.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.stepwise.testkit.Eventually.eventually;

import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.transaction.SystemException;
import javax.transaction.TransactionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwise.data.Database;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.error.Unavailable;
import org.stepwise.state.Condition;
import org.stepwise.state.Watch;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.SmallDisk;
import org.stepwise.testkit.Store;

/** PostgreSQL that has no room, takes no changes, or is away: told as it is, and over by itself. */
class PostgresTroubleTest {
    private static final String CHANGE = "UPDATE sample.parcel SET version = version + 1 WHERE id = 1";

    @TempDir
    private Path folder;

    @Test
    void databaseAwayIsToldAndWorkGoesOnWhenItIsBack() {
        try (var store = Store.create(Database.Kind.POSTGRESQL);
                var relay = new Relay(port(store));
                var platform = migrated(store, Map.of("url", through(relay, store)))) {
            relay.cut();
            refusedWith(platform, "erp.data.away");
            eventually(() -> assertThat(conditions(platform)).containsExactly("erp.state.database-away"));
            assertThatThrownBy(() -> parcels(platform)).isInstanceOf(Unavailable.class);
            relay.join();
            works(() -> change(platform));
            eventually(() -> assertThat(conditions(platform)).doesNotContain("erp.state.database-away"));
        }
    }

    /** Seen under load: the pool marks the transaction of a lost connection, and its owner meets that later. */
    @Test
    void workThatLosesItsConnectionOnTheWayIsToldWhy() {
        try (var store = Store.create(Database.Kind.POSTGRESQL);
                var relay = new Relay(port(store));
                var platform = migrated(store, Map.of("url", through(relay, store)))) {
            assertThatThrownBy(() -> platform.service(Transactions.class).run(() -> {
                        relay.cut();
                        eventually(() -> assertThat(conditions(platform)).containsExactly("erp.state.database-away"));
                        relay.join();
                        eventually(() -> assertThat(conditions(platform)).doesNotContain("erp.state.database-away"));
                        mark(platform);
                        change(platform);
                    }))
                    .isInstanceOfSatisfying(Unavailable.class, refused -> assertThat(refused.code())
                            .isEqualTo("erp.data.away"));
        }
    }

    private static void mark(Platform platform) {
        try {
            platform.service(TransactionManager.class).setRollbackOnly();
        } catch (SystemException failure) {
            throw new AssertionError(failure);
        }
    }

    /** Also with nobody at work, who would notice. */
    @Test
    void databaseAwayIsNoticedByTheWatchItself() {
        try (var store = Store.create(Database.Kind.POSTGRESQL);
                var relay = new Relay(port(store));
                var platform = migrated(store, Map.of("url", through(relay, store)))) {
            relay.cut();
            eventually(() -> assertThat(conditions(platform)).containsExactly("erp.state.database-away"));
            relay.join();
            eventually(() -> assertThat(conditions(platform)).doesNotContain("erp.state.database-away"));
        }
    }

    @Test
    void databaseThatTakesNoChangesIsReadAndWrittenAgainWhenItDoes() {
        try (var store = Store.create(Database.Kind.POSTGRESQL);
                var platform = migrated(store, Map.of())) {
            execute(store, "ALTER DATABASE " + name(store) + " SET default_transaction_read_only = on");
            dropClients(store);
            refusedWith(platform, "erp.data.read-only");
            works(() -> assertThat(parcels(platform)).isEqualTo(1));
            eventually(() -> assertThat(conditions(platform)).containsExactly("erp.state.database-read-only"));
            execute(
                    store,
                    "SET default_transaction_read_only = off; ALTER DATABASE " + name(store)
                            + " RESET default_transaction_read_only");
            works(() -> change(platform));
            eventually(() -> assertThat(conditions(platform)).doesNotContain("erp.state.database-read-only"));
        }
    }

    @Test
    void diskOfTheDatabaseThatIsFullIsToldByItAndWorkGoesOnWhenThereIsRoom() {
        assumeTrue(SmallDisk.impossible().isEmpty(), SmallDisk.impossible());
        try (var disk = SmallDisk.mounted(folder.resolve("disk"), 64);
                var beside = Store.create(Database.Kind.POSTGRESQL)) {
            execute(beside, "CREATE TABLESPACE small LOCATION '" + disk.place() + "'");
            try (var store = Store.create(Database.Kind.POSTGRESQL)) {
                fillAndFree(disk, store);
            }
            execute(beside, "DROP TABLESPACE small");
        }
    }

    private static void fillAndFree(SmallDisk disk, Store store) {
        execute(store, "ALTER DATABASE " + name(store) + " SET TABLESPACE small");
        try (var platform = migrated(store, Map.of())) {
            disk.fill(0);
            refusedWith(platform, "erp.data.no-space");
            assertThat(parcels(platform)).isGreaterThan(0);
            eventually(() -> assertThat(conditions(platform)).containsExactly("erp.state.disk-full"));
            disk.empty();
            works(() -> addMany(platform));
            eventually(() -> assertThat(conditions(platform)).doesNotContain("erp.state.disk-full"));
        }
    }

    @Test
    void writingEndsBeforeTheDiskOfADatabaseOnThisMachineIsFull() {
        assumeTrue(SmallDisk.impossible().isEmpty(), SmallDisk.impossible());
        try (var disk = SmallDisk.mounted(folder.resolve("disk"), 32);
                var store = Store.create(Database.Kind.POSTGRESQL);
                var platform =
                        migrated(store, Map.of("dataDirectory", disk.place().toString()))) {
            disk.fill(10);
            refusedWith(platform, "erp.data.no-space");
            disk.empty();
            works(() -> change(platform));
            disk.readOnly(true);
            refusedWith(platform, "erp.data.read-only");
            assertThat(conditions(platform)).containsExactly("erp.state.home-unwritable");
            assertThat(parcels(platform)).isGreaterThan(0);
            disk.readOnly(false);
            works(() -> change(platform));
        }
    }

    private static Platform migrated(Store store, Map<String, Object> data) {
        var platform = Platform.on(store).configured("org.stepwise.data", data).start();
        platform.service(Database.class).migrate("sample", PostgresTroubleTest.class.getClassLoader());
        platform.service(Sql.class).write("INSERT INTO sample.parcel (company, id, version) VALUES (1, 1, 1)");
        return platform;
    }

    private static void change(Platform platform) {
        platform.service(Sql.class).write(CHANGE);
    }

    /** So many that the table has to grow. */
    private static void addMany(Platform platform) {
        platform.service(Sql.class)
                .write("INSERT INTO sample.parcel (company, id, version) SELECT 1, 2 + COUNT(*) + n, 1"
                        + " FROM sample.parcel, generate_series(1, 1000) n GROUP BY n");
    }

    private static long parcels(Platform platform) {
        return platform.service(Sql.class)
                .first(row -> row.getLong(1), "SELECT COUNT(*) FROM sample.parcel")
                .orElseThrow();
    }

    private static void refusedWith(Platform platform, String code) {
        eventually(() -> assertThatThrownBy(() -> addMany(platform))
                .isInstanceOfSatisfying(
                        Unavailable.class, refused -> assertThat(refused.code()).isEqualTo(code)));
    }

    /** By itself, after a while. */
    private static void works(Runnable work) {
        eventually(() -> assertThatCode(work::run).doesNotThrowAnyException());
    }

    private static List<String> conditions(Platform platform) {
        return platform.services(Watch.class).stream()
                .flatMap(watch -> watch.conditions().stream())
                .map(Condition::code)
                .toList();
    }

    private static URI address(Store store) {
        return URI.create(store.url().substring("jdbc:".length()));
    }

    private static int port(Store store) {
        return address(store).getPort();
    }

    private static String name(Store store) {
        return address(store).getPath().substring(1);
    }

    private static String through(Relay relay, Store store) {
        return "jdbc:postgresql://localhost:" + relay.port() + "/" + name(store);
    }

    private static void dropClients(Store store) {
        execute(
                store,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name(store)
                        + "' AND pid <> pg_backend_pid()");
    }

    /** From outside the database, which may have no other client then. */
    private static void execute(Store store, String statement) {
        var maintenance = "jdbc:postgresql://localhost:" + port(store) + "/postgres?user=postgres";
        try (var connection = DriverManager.getConnection(maintenance);
                var work = connection.createStatement()) {
            work.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(statement, failure);
        }
    }
}
