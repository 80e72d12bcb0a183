package org.stepwise.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.stepwise.testkit.Eventually.eventually;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepwise.data.Database;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.error.Unavailable;
import org.stepwise.state.Condition;
import org.stepwise.state.Condition.Gravity;
import org.stepwise.state.Watch;
import org.stepwise.testkit.Eventually;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.SmallDisk;
import org.stepwise.testkit.Store;

/** Derby on a disk that others fill: nothing is written, all is read, and it works again when there is room. */
@SuppressWarnings("try") // some resources are only there to be closed
class FullDiskTest {
    private static final int MEGABYTES = 64;
    private static final int MANY = 30_000;

    @TempDir
    private Path folder;

    /** Before the platform ends, whatever became of the test: Derby would wait for room even to end. */
    private interface Freed extends AutoCloseable {
        @Override
        void close();
    }

    @BeforeEach
    void aSmallDiskIsPossible() {
        var impossible = SmallDisk.impossible();
        assumeTrue(impossible.isEmpty(), impossible);
    }

    @Test
    void nothingIsWrittenFromBeforeTheDiskIsFullUntilThereIsRoom() {
        try (var disk = SmallDisk.mounted(folder.resolve("disk"), MEGABYTES);
                var platform = migrated(disk);
                Freed freed = disk::empty) {
            add(platform, 1);
            disk.fill(10);
            eventually(() -> assertThatThrownBy(() -> change(platform))
                    .isInstanceOfSatisfying(Unavailable.class, refused -> assertThat(refused.code())
                            .isEqualTo("erp.data.no-space")));
            assertThat(platform.service(Database.class).writable()).isFalse();
            assertThat(parcels(platform)).isEqualTo(1);
            assertThat(conditions(platform)).extracting(Condition::code).containsExactly("erp.state.disk-full");
            assertThat(conditions(platform)).extracting(Condition::gravity).containsExactly(Gravity.DOWN);
            disk.empty();
            works(() -> add(platform, 2));
            assertThat(parcels(platform)).isEqualTo(2);
            eventually(() -> assertThat(conditions(platform))
                    .extracting(Condition::code)
                    .containsExactly("erp.state.disk-nearly-full"));
        }
    }

    @Test
    @Law(13)
    void workUnderWayIsEndedThoughNoOtherIsBegun() {
        try (var disk = SmallDisk.mounted(folder.resolve("disk"), MEGABYTES);
                var platform = migrated(disk);
                Freed freed = disk::empty) {
            var transactions = platform.service(Transactions.class);
            add(platform, 0);
            transactions.run(() -> {
                add(platform, 1);
                disk.fill(10);
                eventually(() -> assertThat(conditions(platform))
                        .extracting(Condition::code)
                        .containsExactly("erp.state.disk-full"));
                nothingIsWrittenByOthers(platform);
                add(platform, 2);
                addOnOneMoreConnection(transactions, 3);
            });
            assertThat(parcels(platform)).isEqualTo(4);
        }
    }

    /** It is one of those that the transaction began with, though all others are given new ones by now. */
    private static void addOnOneMoreConnection(Transactions transactions, long id) {
        try (var connection = transactions.connection();
                var statement = connection.prepareStatement(
                        "INSERT INTO sample.parcel (company, id, version) VALUES (1, ?, 1)")) {
            statement.setLong(1, id);
            statement.executeUpdate();
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    private static void nothingIsWrittenByOthers(Platform platform) {
        var other = CompletableFuture.runAsync(() ->
                eventually(() -> assertThatThrownBy(() -> add(platform, 0)).isInstanceOf(Unavailable.class)));
        other.join();
    }

    /** Others take the last byte in the middle of what is being written: it waits for room, and then it is written. */
    @Test
    @Law(13)
    void whatIsBeingWrittenWaitsForRoomAndNothingIsLost() {
        try (var disk = SmallDisk.mounted(folder.resolve("disk"), MEGABYTES);
                var platform = migrated(disk);
                Freed freed = disk::empty) {
            add(platform, 1);
            eventually(() -> assertThat(disk.place().resolve("ballast")).isNotEmptyDirectory());
            var full = new CountDownLatch(1);
            var written = CompletableFuture.runAsync(
                    () -> platform.service(Transactions.class).run(() -> {
                        add(platform, 3);
                        disk.fill(0);
                        full.countDown();
                        addMany(platform, MANY);
                    }));
            Eventually.await(full);
            eventually(() -> assertThat(disk.place().resolve("ballast")).isEmptyDirectory());
            assertThat(written).isNotDone();
            disk.empty();
            written.join();
            assertThat(parcels(platform)).isEqualTo(MANY + 2);
            works(() -> add(platform, 2));
        }
    }

    private static Platform migrated(SmallDisk disk) {
        var platform = Platform.on(Store.at(disk.place())).start();
        platform.service(Database.class).migrate("sample", FullDiskTest.class.getClassLoader());
        return platform;
    }

    private static void add(Platform platform, long id) {
        platform.service(Sql.class).write("INSERT INTO sample.parcel (company, id, version) VALUES (1, ?, 1)", id);
    }

    private static void change(Platform platform) {
        platform.service(Sql.class).write("UPDATE sample.parcel SET version = version + 1 WHERE id = 1");
    }

    /** More than the disk can take. */
    private static void addMany(Platform platform, int many) {
        for (long id = 1_000; id < 1_000 + many; id++) {
            add(platform, id);
        }
    }

    private static Unavailable refusal(Runnable work) {
        return catchThrowableOfType(Unavailable.class, work::run);
    }

    /** By itself, after a while. */
    private static void works(Runnable work) {
        eventually(() -> assertThatCode(work::run).doesNotThrowAnyException());
    }

    private static long parcels(Platform platform) {
        return platform.service(Sql.class)
                .first(row -> row.getLong(1), "SELECT COUNT(*) FROM sample.parcel")
                .orElseThrow();
    }

    private static List<Condition> conditions(Platform platform) {
        return platform.services(Watch.class).stream()
                .flatMap(watch -> watch.conditions().stream())
                .toList();
    }
}
