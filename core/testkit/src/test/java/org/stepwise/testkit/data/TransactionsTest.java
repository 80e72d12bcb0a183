package org.stepwise.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwise.testkit.Eventually.await;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.ops4j.pax.transx.tm.TransactionManager;
import org.ops4j.pax.transx.tm.impl.geronimo.TransactionManagerWrapper;
import org.stepwise.data.Database;
import org.stepwise.data.Transactions;
import org.stepwise.error.Conflict;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.jpa.JvmTransactions;

class TransactionsTest {
    private static final long COMPANY = 1;

    private static Platform migrated(Platform platform) {
        platform.service(Database.class).migrate("sample", TransactionsTest.class.getClassLoader());
        return platform;
    }

    private static void add(Platform platform, long id, String label) {
        var transactions = platform.service(Transactions.class);
        transactions.run(() -> transactions.entities(platform.unit("sample")).persist(new Parcel(COMPANY, id, label)));
    }

    private static Parcel find(Platform platform, long id) {
        var transactions = platform.service(Transactions.class);
        return transactions.call(
                () -> transactions.entities(platform.unit("sample")).find(Parcel.class, new Parcel.Key(COMPANY, id)));
    }

    private static void execute(Transactions transactions, String sql) {
        try (var connection = transactions.connection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Law(13)
    @OnBothDatabases
    void verbUsesOneConnectionAndCommitsInOnePhase(Database.Kind kind) {
        var counted = new CountedCommits(new TransactionManagerWrapper(JvmTransactions.manager()));
        try (var platform = migrated(
                Platform.on(kind).replace(TransactionManager.class, counted).start())) {
            var transactions = platform.service(Transactions.class);
            var unit = platform.unit("sample");
            counted.forget();
            transactions.run(() -> {
                transactions.entities(unit).persist(new Parcel(COMPANY, 1, "one"));
                transactions.entities(unit).flush();
                execute(transactions, "UPDATE sample.parcel SET label = 'two' WHERE id = 1");
                execute(transactions, "UPDATE sample.parcel SET kind = 'BOX' WHERE id = 1");
            });
            assertThat(counted.heard()).containsExactly("commit in one phase");
            assertThat(counted.connections()).isEqualTo(1);
        }
    }

    @Law(13)
    @OnBothDatabases
    void whatAVerbThrewLeavesNothingBehind(Database.Kind kind) {
        try (var platform = migrated(Platform.on(kind).start())) {
            var transactions = platform.service(Transactions.class);
            List<String> after = new ArrayList<>();
            assertThatThrownBy(() -> transactions.run(() -> {
                        transactions.afterCommit(() -> after.add("never"));
                        transactions.afterEnd(() -> after.add("ended"));
                        transactions.entities(platform.unit("sample")).persist(new Parcel(COMPANY, 1, "one"));
                        execute(transactions, "INSERT INTO sample.parcel (company, id, version) VALUES (1, 2, 1)");
                        throw new IllegalArgumentException("refused");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(find(platform, 1)).isNull();
            assertThat(find(platform, 2)).isNull();
            assertThat(after).containsExactly("ended");
            assertThat(transactions.active()).isFalse();
        }
    }

    @OnBothDatabases
    void workAfterTheCommitSeesItAndMayBeginATransactionOfItsOwn(Database.Kind kind) {
        try (var platform = migrated(Platform.on(kind).start())) {
            var transactions = platform.service(Transactions.class);
            List<String> seen = new ArrayList<>();
            transactions.run(() -> {
                transactions.entities(platform.unit("sample")).persist(new Parcel(COMPANY, 1, "one"));
                transactions.afterCommit(() -> seen.add(find(platform, 1).label()));
                transactions.afterEnd(() -> seen.add("ended"));
                assertThat(seen).isEmpty();
            });
            assertThat(seen).containsExactly("ended", "one");
        }
    }

    @OnBothDatabases
    void lostUpdateIsAConflict(Database.Kind kind) {
        try (var platform = migrated(Platform.on(kind).start())) {
            add(platform, 1, "one");
            var transactions = platform.service(Transactions.class);
            assertThatThrownBy(() -> transactions.run(() -> {
                        var parcel = transactions
                                .entities(platform.unit("sample"))
                                .find(Parcel.class, new Parcel.Key(COMPANY, 1));
                        inAnotherThread(() -> transactions.run(() -> transactions
                                .entities(platform.unit("sample"))
                                .find(Parcel.class, new Parcel.Key(COMPANY, 1))
                                .relabel("theirs")));
                        parcel.relabel("ours");
                    }))
                    .isInstanceOfSatisfying(Conflict.class, conflict -> assertThat(conflict.code())
                            .isEqualTo("erp.data.changed-meanwhile"));
            assertThat(find(platform, 1).label()).isEqualTo("theirs");
        }
    }

    @OnBothDatabases
    void deadlockIsRunOnceMoreAndNobodySeesIt(Database.Kind kind) throws Exception {
        try (var platform = migrated(Platform.on(kind).start())) {
            add(platform, 1, "0");
            add(platform, 2, "0");
            var transactions = platform.service(Transactions.class);
            var attempts = new AtomicInteger();
            var bothHoldOne = new CountDownLatch(2);
            var workers = Executors.newFixedThreadPool(2);
            for (long first = 1; first <= 2; first++) {
                var mine = first;
                workers.submit(() -> transactions.run(() -> {
                    attempts.incrementAndGet();
                    execute(
                            transactions,
                            "UPDATE sample.parcel SET label = label || 'x' WHERE company = 1 AND id = " + mine);
                    bothHoldOne.countDown();
                    await(bothHoldOne);
                    execute(
                            transactions,
                            "UPDATE sample.parcel SET label = label || 'x' WHERE company = 1 AND id = " + (3 - mine));
                }));
            }
            workers.shutdown();
            assertThat(workers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            // One of them lost; on PostgreSQL it may lose to the other once more.
            assertThat(attempts.get()).isBetween(3, 4);
            assertThat(find(platform, 1).label()).isEqualTo("0xx");
            assertThat(find(platform, 2).label()).isEqualTo("0xx");
        }
    }

    /** Seen once in some thousand histories: a cast within Derby, of a plan that somebody else compiles meanwhile. */
    @OnBothDatabases
    void whatBreaksInDerbyWhileItCompilesAPlanIsRunOnceMore(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            var attempts = new AtomicInteger();
            platform.service(Transactions.class).run(() -> {
                if (attempts.incrementAndGet() == 1) {
                    var cast =
                            new ClassCastException("FormatableBitSet cannot be cast to StaticCompiledOpenConglomInfo");
                    throw new IllegalStateException(new SQLException("Java exception", "XJ001", cast));
                }
            });
            assertThat(attempts).hasValue(2);
        }
    }

    @OnBothDatabases
    void whoLosesAgainAndAgainIsToldToTryLater(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            var transactions = platform.service(Transactions.class);
            var attempts = new AtomicInteger();
            assertThatThrownBy(() -> transactions.run(() -> {
                        attempts.incrementAndGet();
                        throw new IllegalStateException(new SQLException("lost", "40001"));
                    }))
                    .isInstanceOf(Conflict.class)
                    .extracting("code")
                    .isEqualTo("erp.data.busy");
            assertThat(attempts).hasValue(4);
        }
    }

    @Law(13)
    @OnBothDatabases
    void transactionThatLostItsChangesCannotCommit(Database.Kind kind) throws Exception {
        try (var platform = migrated(Platform.on(kind).start())) {
            add(platform, 1, "0");
            add(platform, 2, "0");
            var transactions = platform.service(Transactions.class);
            var bothHoldOne = new CountDownLatch(2);
            var failed = new AtomicInteger();
            var workers = Executors.newFixedThreadPool(2);
            for (long first = 1; first <= 2; first++) {
                var mine = first;
                workers.submit(() -> {
                    try {
                        transactions.run(() -> crossUpdateAndSwallow(transactions, mine, bothHoldOne));
                    } catch (RuntimeException failure) {
                        failed.incrementAndGet();
                    }
                });
            }
            workers.shutdown();
            assertThat(workers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            assertThat(failed).hasValue(1);
            assertThat(find(platform, 1).label()).isEqualTo("0x");
            assertThat(find(platform, 2).label()).isEqualTo("0x");
        }
    }

    private static void crossUpdateAndSwallow(Transactions transactions, long mine, CountDownLatch bothHoldOne) {
        execute(transactions, "UPDATE sample.parcel SET label = label || 'x' WHERE company = 1 AND id = " + mine);
        bothHoldOne.countDown();
        await(bothHoldOne);
        try {
            execute(
                    transactions,
                    "UPDATE sample.parcel SET label = label || 'x' WHERE company = 1 AND id = " + (3 - mine));
        } catch (RuntimeException deadlock) {
            assertThat(deadlock).isNotNull();
        }
    }

    /** PostgreSQL ends the transaction at the first failure, Derby only the statement: nothing is lost in silence. */
    @Law(13)
    @OnBothDatabases
    void failureSwallowedInAVerbLosesNothingInSilence(Database.Kind kind) {
        try (var platform = migrated(Platform.on(kind).start())) {
            var transactions = platform.service(Transactions.class);
            Runnable verb = () -> transactions.run(() -> {
                execute(transactions, "INSERT INTO sample.parcel (company, id, version) VALUES (1, 1, 1)");
                assertThatThrownBy(() -> execute(
                                transactions, "INSERT INTO sample.parcel (company, id, version) VALUES (1, 1, 1)"))
                        .hasStackTraceContaining("SQL");
            });
            if (kind == Database.Kind.DERBY) {
                verb.run();
                assertThat(find(platform, 1)).isNotNull();
            } else {
                assertThatThrownBy(verb::run).hasMessageContaining("not committed");
                assertThat(find(platform, 1)).isNull();
            }
            assertThat(transactions.active()).isFalse();
        }
    }

    @OnBothDatabases
    void secondRowWithTheSameKeyIsLeftToTheCaller(Database.Kind kind) {
        try (var platform = migrated(Platform.on(kind).start())) {
            add(platform, 1, "one");
            assertThatThrownBy(() -> add(platform, 1, "again"))
                    .isNotInstanceOf(Conflict.class)
                    .hasStackTraceContaining("SQLException");
        }
    }

    @OnBothDatabases
    void daysMomentsAndDecimalsComeBackAsTheyWent(Database.Kind kind) throws SQLException {
        try (var platform = migrated(Platform.on(kind).start())) {
            var transactions = platform.service(Transactions.class);
            var moment = Instant.parse("2026-03-29T01:30:00.123456Z");
            transactions.run(() -> {
                var parcel = new Parcel(COMPANY, 1, "one");
                parcel.send(LocalDate.of(2026, 3, 29), moment);
                parcel.weigh(new BigDecimal("1234567890123.123456"));
                transactions.entities(platform.unit("sample")).persist(parcel);
            });
            var found = find(platform, 1);
            assertThat(found.sentDate()).isEqualTo("2026-03-29");
            assertThat(found.sentAt()).isEqualTo(moment);
            assertThat(found.weight()).isEqualTo(new BigDecimal("1234567890123.123456"));
        }
    }

    private static void inAnotherThread(Runnable work) {
        var worker = Executors.newSingleThreadExecutor();
        try {
            worker.submit(work).get(30, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        } finally {
            worker.shutdown();
        }
    }
}
