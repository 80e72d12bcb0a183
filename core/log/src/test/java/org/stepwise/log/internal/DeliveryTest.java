package org.stepwise.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwise.testkit.Eventually.await;
import static org.stepwise.testkit.Eventually.eventually;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;
import org.stepwise.log.Deliveries.Standing;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;
import org.stepwise.log.Reaction;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Store;
import org.stepwise.testkit.jpa.JvmTransactions;

/** Facts recorded by the shop reach its own tables at once and the stock a moment later, exactly once each. */
class DeliveryTest {

    @Law(2)
    @OnBothDatabases
    void aFactIsAppliedInTheVerbAndItsConsequenceAMomentLater(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.switchOn("shop");
            shop.switchOn("stock");
            shop.sell("nails", 3);
            assertThat(shop.rows("sale", "product, quantity")).containsExactly("nails 3.000000");
            eventually(() -> assertThat(shop.rows("cost", "cost")).containsExactly("3"));
            assertThat(shop.deliveries.parked(Shop.COMPANY)).isEmpty();
        }
    }

    @Law(13)
    @OnBothDatabases
    void aFailureBetweenEffectAndCommitLeavesExactlyOneEffect(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            AtomicInteger calls = new AtomicInteger();
            shop.stock.afterEffect = () -> {
                if (calls.incrementAndGet() % 3 == 0) {
                    throw new IllegalStateException("the power went off");
                }
            };
            for (int i = 0; i < 50; i++) {
                shop.sell("nails", i);
            }
            shop.switchOn("stock");
            assertThat(shop.rows("stock", "product, movements")).containsExactly("nails 50");
            assertThat(shop.all("shop.costed")).hasSize(50);
            assertThat(shop.deliveries.parked(Shop.COMPANY)).isEmpty();
        }
    }

    @Law(13)
    @OnBothDatabases
    void aLostCommitLeavesExactlyOneEffect(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store, new FlakyCommits(JvmTransactions.manager()))) {
            shop.switchOn("stock");
            for (int i = 0; i < 50; i++) {
                shop.sell("nails", i);
                shop.caughtUp("stock");
            }
            assertThat(shop.rows("stock", "product, movements")).containsExactly("nails 50");
            assertThat(shop.all("shop.costed")).hasSize(50);
        }
    }

    @Law(13)
    @OnBothDatabases
    void aRestartGoesOnWhereTheLastCommitWas(Database.Kind kind) {
        try (Store store = Store.create(kind)) {
            try (Shop shop = new Shop(store)) {
                shop.sell("nails", 1);
                shop.switchOn("stock");
                shop.sell("nails", 2);
            }
            try (Shop shop = new Shop(store)) {
                assertThat(shop.deliveries.standings(Shop.COMPANY))
                        .filteredOn(standing -> standing.name().equals("stock.costs"))
                        .noneMatch(standing -> standing.running());
                shop.switchOn("stock");
                shop.sell("nails", 3);
                shop.caughtUp("stock");
                assertThat(shop.rows("stock", "product, movements")).containsExactly("nails 3");
            }
        }
    }

    @Law(19)
    @OnBothDatabases
    void nobodySeemsToBeBehindWhoIsNotAndNobodySeemsToBeThereWhoIsNot(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.switchOn("shop");
            shop.switchOn("stock");
            shop.sell("nails", 1);
            shop.caughtUp("stock");
            for (int i = 1; i <= 20; i++) {
                shop.record(new Priced("nails", Shop.TODAY.plusDays(i), BigDecimal.ONE));
                assertThat(stock(shop).behind())
                        .as("prices are nothing to stock")
                        .isZero();
            }
            CountDownLatch held = new CountDownLatch(1);
            shop.stock.afterEffect = () -> await(held);
            shop.sell("nails", 1);
            long before = shop.log.last() - 1;
            shop.record(new Priced("nails", Shop.TODAY, BigDecimal.TEN));
            assertThat(stock(shop)).satisfies(standing -> {
                assertThat(standing.position()).isLessThanOrEqualTo(before);
                assertThat(standing.behind()).isGreaterThanOrEqualTo(2);
            });
            held.countDown();
            shop.caughtUp("stock");
            assertThat(stock(shop).behind()).isZero();
        }
    }

    /** Who settles waits for what was recorded before, however much others go on recording. */
    @Law(19)
    @OnBothDatabases
    void whoSettlesDoesNotWaitForWhatIsRecordedMeanwhile(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            Watchman watchman = new Watchman();
            shop.platform.add(Reaction.class, watchman);
            shop.switchOn("watch");
            CountDownLatch looking = new CountDownLatch(1);
            CountDownLatch first = new CountDownLatch(1);
            CountDownLatch second = new CountDownLatch(1);
            watchman.look = () -> {
                watchman.look = () -> await(second);
                looking.countDown();
                await(first);
            };
            shop.sell("nails", 1);
            await(looking);
            CompletableFuture<Boolean> settled = new CompletableFuture<>();
            Thread who = new Thread(() -> settled.complete(shop.deliveries.settle(Shop.COMPANY, "watch", 5_000)));
            who.start();
            eventually(() -> assertThat(who.getState()).isEqualTo(Thread.State.TIMED_WAITING));
            shop.sell("nails", 1);
            first.countDown();
            boolean inTime = settled.join();
            second.countDown();
            assertThat(inTime).isTrue();
            shop.caughtUp("watch");
        }
    }

    private static Standing stock(Shop shop) {
        return shop.deliveries.standings(Shop.COMPANY).stream()
                .filter(standing -> standing.name().equals("stock.costs"))
                .findFirst()
                .orElseThrow();
    }

    @Law({2, 11})
    @OnBothDatabases
    void aRebuildEqualsWhatVerbsAndDeliveryWroteLive(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.switchOn("shop");
            shop.switchOn("stock");
            for (int i = 0; i < 120; i++) {
                shop.sell(i % 2 == 0 ? "nails" : "screws", i);
            }
            shop.record(new Priced("nails", Shop.TODAY, new BigDecimal("1.50")));
            shop.caughtUp("stock");
            shop.caughtUp("shop");
            List<String> sales = shop.rows("sale", "document, product, quantity");
            List<String> costs = shop.rows("cost", "document, cost");
            List<String> prices = shop.rows("price", "product, valid_from, price");
            assertThat(costs).hasSize(120);

            purge(shop);
            shop.switchOn("stock");
            shop.switchOn("shop");
            assertThat(shop.rows("sale", "document, product, quantity")).isEqualTo(sales);
            assertThat(shop.rows("cost", "document, cost")).isEqualTo(costs);
            assertThat(shop.rows("price", "product, valid_from, price")).isEqualTo(prices);
            assertThat(shop.deliveries.parked(Shop.COMPANY)).isEmpty();
        }
    }

    @Law(11)
    @OnBothDatabases
    void ownFactsAreNotAppliedASecondTimeAfterOffAndOn(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.switchOn("shop");
            shop.sell("nails", 1);
            shop.deliveries.stop(Shop.COMPANY, "shop");
            shop.switchOn("shop");
            shop.sell("nails", 2);
            shop.caughtUp("shop");
            purge(shop);
            shop.switchOn("shop");
            shop.sell("nails", 3);
            shop.caughtUp("shop");
            shop.deliveries.stop(Shop.COMPANY, "shop");
            shop.switchOn("shop");
            assertThat(shop.rows("sale", "quantity")).containsExactly("1.000000", "2.000000", "3.000000");
            assertThat(shop.deliveries.parked(Shop.COMPANY)).isEmpty();
        }
    }

    /** What a later version of the shop keeps of its sales. */
    private record Receipts(List<Id> kept) implements Projection {
        @Override
        public String module() {
            return "shop";
        }

        @Override
        public String name() {
            return "shop.receipts";
        }

        @Override
        public void define(Handlers on) {
            on.apply(
                    Sold.class,
                    sold -> List.of(sold.document()),
                    recorded -> kept.add(recorded.event().document()));
        }
    }

    @Law({2, 5})
    @OnBothDatabases
    void aDocumentThatALaterVersionKeepsIsMadeOfWhatVerbsHaveRecordedBefore(Database.Kind kind) {
        List<Id> kept = new CopyOnWriteArrayList<>();
        List<Id> sold = new ArrayList<>();
        try (Store store = Store.create(kind)) {
            try (Shop shop = new Shop(store)) {
                sold.add(shop.sell("nails", 1).document());
                shop.switchOn("shop");
                sold.add(shop.sell("nails", 2).document());
            }
            for (int restart = 1; restart <= 2; restart++) {
                try (Shop shop = new Shop(store)) {
                    shop.platform.add(Projection.class, new Receipts(kept));
                    shop.switchOn("shop");
                    sold.add(shop.sell("nails", 3).document());
                    shop.caughtUp("shop");
                    assertThat(kept).isEqualTo(sold);
                    assertThat(shop.rows("sale", "document")).hasSize(sold.size());
                }
            }
            try (Shop shop = new Shop(store)) {
                shop.platform.add(Projection.class, new Receipts(kept));
                shop.switchOn("shop");
                kept.clear();
                purge(shop);
                shop.switchOn("shop");
                assertThat(kept).isEqualTo(sold);
            }
        }
    }

    private static void purge(Shop shop) {
        for (String module : List.of("shop", "stock")) {
            shop.deliveries.stop(Shop.COMPANY, module);
            shop.deliveries.forget(Shop.COMPANY, module);
        }
        shop.platform.service(Database.class).clear("shop", Shop.COMPANY);
    }

    @Law(1)
    @OnBothDatabases
    void aFactThatIsRolledBackLeavesNothing(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            assertThatThrownBy(() -> shop.transactions.run(() -> {
                        shop.log.record("shop", Shop.TODAY, shop.sold("nails", 1));
                        throw new IllegalStateException("changed mind");
                    }))
                    .hasMessage("changed mind");
            assertThat(shop.all()).isEmpty();
            assertThat(shop.rows("sale", "product")).isEmpty();
        }
    }

    @OnBothDatabases
    void anEventThatNoDocumentHasIsRefused(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            assertThatThrownBy(() -> shop.sell("n".repeat(17_000_000), 1))
                    .isInstanceOfSatisfying(Rejected.class, refusal -> assertThat(refusal.code())
                            .isEqualTo("erp.log.event-too-big"));
        }
    }

    /** Who asks how far everybody is reads them in the order of their names: deliveries keep to it, or both wait. */
    @Test
    void positionsAreMovedInTheOrderInWhichTheyAreRead() {
        try (Store store = Store.create(Database.Kind.DERBY);
                Shop shop = new Shop(store)) {
            shop.platform.add(Projection.class, new PriceList(shop.jdbc));
            shop.switchOn("stock");
            shop.switchOn("till");
            shop.transactions.run(() -> {
                shop.jdbc.update("UPDATE eventlog.subscription SET position = position WHERE name = 'stock.costs'");
                CompletableFuture.runAsync(() -> shop.sell("nails", 1)).join();
                var waiting = "SELECT w.xid FROM syscs_diag.lock_table AS w"
                        + " WHERE w.tablename = 'SUBSCRIPTION' AND w.state = 'WAIT'";
                eventually(() -> assertThat(shop.jdbc.list(waiting, row -> row.getString(1)))
                        .hasSize(1));
                var held = "SELECT h.lockname FROM syscs_diag.lock_table AS h WHERE h.tablename = 'SUBSCRIPTION'"
                        + " AND h.mode = 'X' AND h.state = 'GRANT' AND h.xid IN (" + waiting + ")";
                assertThat(shop.jdbc.list(held, row -> row.getString(1))).isEmpty();
            });
            shop.caughtUp("stock");
            shop.caughtUp("till");
        }
    }

    /** On Derby a reader waits for a row that is being changed: while a large batch is written, nobody is to wait. */
    @Test
    void whoAsksHowFarAllAreDoesNotWaitForABatchThatIsBeingWritten() throws Exception {
        try (Store store = Store.create(Database.Kind.DERBY);
                Shop shop = new Shop(store)) {
            Watchman watchman = new Watchman();
            CountDownLatch writing = new CountDownLatch(1);
            CountDownLatch asked = new CountDownLatch(1);
            watchman.look = () -> shop.transactions.pending(watchman, () -> () -> {
                writing.countDown();
                await(asked);
            });
            shop.platform.add(Reaction.class, watchman);
            shop.sell("nails", 1);
            shop.deliveries.start(Shop.COMPANY, "watch");
            await(writing);
            try {
                assertThat(CompletableFuture.supplyAsync(() -> shop.deliveries.standings(Shop.COMPANY))
                                .get(10, TimeUnit.SECONDS))
                        .extracting(Standing::name)
                        .contains("watch.sales");
            } finally {
                asked.countDown();
            }
            shop.caughtUp("watch");
        }
    }

    @OnBothDatabases
    void eventsAreCountedRightHoweverOftenAndFromWhereverOneAsks(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.record(shop.sold("nails", 1));
            long first = shop.log.last();
            for (int thousands = 1; thousands <= 3; thousands++) {
                shop.record(IntStream.range(0, 1_001)
                        .mapToObj(sale -> shop.sold("nails", 1))
                        .toArray(Sold[]::new));
                long last = shop.log.last();
                eventually(() -> assertThat(shop.log.horizon()).isGreaterThanOrEqualTo(last));
                assertThat(shop.deliveries.count(Shop.COMPANY, 0)).isEqualTo(1 + 1_001L * thousands);
                assertThat(shop.deliveries.count(Shop.COMPANY, first)).isEqualTo(1_001L * thousands);
                assertThat(shop.deliveries.count(Shop.COMPANY, last)).isZero();
            }
        }
    }
}
