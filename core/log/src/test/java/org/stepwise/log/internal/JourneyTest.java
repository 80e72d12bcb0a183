package org.stepwise.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.testkit.Eventually.await;
import static org.stepwise.testkit.Eventually.eventually;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.transaction.Synchronization;
import javax.transaction.TransactionSynchronizationRegistry;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.log.Numbers;
import org.stepwise.log.Reaction;
import org.stepwise.log.internal.store.CommitListener;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Store;

/** What is concluded on a journey of those who have caught up is taken in on the same journey. */
class JourneyTest {

    @OnBothDatabases
    void aFactAndAllThatFollowsTakeTwoCommits(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.platform.add(Reaction.class, new Onward());
            shop.switchOn("stock");
            shop.switchOn("onward");
            List<List<String>> commits = new CopyOnWriteArrayList<>();
            CommitListener listener =
                    events -> commits.add(events.stream().map(Envelope::type).toList());
            shop.events.listen(listener);
            shop.sell("nails", 3);
            shop.caughtUp("onward");
            shop.events.unlisten(listener);
            assertThat(commits).containsExactly(List.of("shop.sold"), List.of("shop.costed", "shop.costed"));
        }
    }

    /** A place that somebody took while the journey was on its way, and has not settled, holds the journey back. */
    @Law(3)
    @OnBothDatabases
    void nothingIsReadPastWhatOthersHaveInFlight(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.switchOn("stock");
            CountDownLatch settled = new CountDownLatch(1);
            AtomicReference<CompletableFuture<?>> slow = new AtomicReference<>();
            shop.stock.afterEffect = () -> {
                shop.stock.afterEffect = () -> {};
                CountDownLatch placed = new CountDownLatch(1);
                slow.set(CompletableFuture.runAsync(() -> sellSlowly(shop, placed, settled)));
                await(placed);
            };
            Sold first = shop.sell("nails", 3);
            eventually(() -> assertThat(stockHasPassed(shop, 1)).isTrue());
            settled.countDown();
            slow.get().join();
            shop.caughtUp("stock");
            List<Long> sold =
                    shop.all("shop.sold").stream().map(Envelope::position).toList();
            assertThat(sold).hasSize(2).startsWith(shop.position(first));
            assertThat(shop.stock.positions).containsExactlyElementsOf(sold);
            assertThat(shop.all("shop.costed").get(0).position())
                    .as("the journey took its place after the slow sale")
                    .isGreaterThan(sold.get(1));
        }
    }

    private static boolean stockHasPassed(Shop shop, int sales) {
        List<Long> positions = List.copyOf(shop.stock.positions);
        return positions.size() == sales && shop.deliveries.passed(Shop.COMPANY, "stock", positions.get(sales - 1));
    }

    private static void sellSlowly(Shop shop, CountDownLatch placed, CountDownLatch settled) {
        shop.transactions.run(() -> {
            shop.log.record("shop", Shop.TODAY, shop.sold("screws", 5));
            shop.platform
                    .service(TransactionSynchronizationRegistry.class)
                    .registerInterposedSynchronization(new Synchronization() {
                        @Override
                        public void beforeCompletion() {
                            placed.countDown();
                            await(settled);
                        }

                        @Override
                        public void afterCompletion(int status) {}
                    });
        });
    }

    @Law({13, 16})
    @OnBothDatabases
    void whoFailsOnALaterLegUndoesTheWholeJourney(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            Reluctant reluctant = new Reluctant();
            shop.platform.add(Reaction.class, reluctant);
            shop.switchOn("reluctant");
            Numbers numbers = shop.platform.service(Numbers.class);
            shop.record(new Billed(new Id(5)));
            assertThat(numbers.await(Shop.COMPANY, new Id(5))).contains("BILL-000001");
            shop.record(new Billed(new Id(6)));
            assertThat(numbers.await(Shop.COMPANY, new Id(6))).contains("BILL-000002");
            shop.caughtUp("reluctant");
            assertThat(reluctant.calls).containsExactly("BILL-000001", "BILL-000001", "BILL-000002");
            assertThat(shop.all("erp.document-numbered")).hasSize(2);
            assertThat(shop.deliveries.parked(Shop.COMPANY)).isEmpty();
        }
    }

    /** The shop has one thread for those who have caught up: a batch of somebody else must not take it. */
    @OnBothDatabases
    void whoIsFarBehindHoldsUpNobody(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.switchOn("stock");
            Watchman watchman = new Watchman();
            CountDownLatch reading = new CountDownLatch(1);
            CountDownLatch read = new CountDownLatch(1);
            watchman.look = () -> {
                reading.countDown();
                await(read);
            };
            shop.platform.add(Reaction.class, watchman);
            shop.sell("nails", 1);
            shop.deliveries.start(Shop.COMPANY, "watch");
            await(reading);
            shop.sell("nails", 1);
            boolean inTime = shop.deliveries.await(Shop.COMPANY, "stock", shop.log.last(), 10_000);
            read.countDown();
            assertThat(inTime).isTrue();
            shop.caughtUp("watch");
        }
    }

    @OnBothDatabases
    void whoHasMuchToTakeInGoesOnAlone(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            Watchman watchman = new Watchman();
            shop.platform.add(Reaction.class, watchman);
            shop.switchOn("watch");
            CountDownLatch read = new CountDownLatch(1);
            AtomicInteger looks = new AtomicInteger();
            watchman.look = () -> {
                if (looks.incrementAndGet() > 100) {
                    await(read);
                }
            };
            shop.record(IntStream.range(0, 150)
                    .mapToObj(sale -> shop.sold("nails", 1))
                    .toArray(Sold[]::new));
            shop.record(new Billed(new Id(6)));
            assertThat(shop.platform.service(Numbers.class).await(Shop.COMPANY, new Id(6)))
                    .as("its number does not wait for the watchman")
                    .contains("BILL-000001");
            read.countDown();
            shop.caughtUp("watch");
        }
    }
}
