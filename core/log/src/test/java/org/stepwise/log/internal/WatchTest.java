package org.stepwise.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.testkit.Eventually.eventually;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.stepwise.data.Database;
import org.stepwise.log.internal.observe.ClockWatch;
import org.stepwise.log.internal.observe.DeliveryWatch;
import org.stepwise.state.Condition;
import org.stepwise.state.Watch;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Store;

/** What the log tells an administrator of itself. */
class WatchTest {
    private static final int BATCH = 100;

    @OnBothDatabases
    void whatIsParkedIsToldUntilItIsTakenIn(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.stock.poisonous = sale -> sale.quantity().intValue() == 2;
            shop.switchOn("stock");
            shop.sell("screws", 1);
            Sold bad = shop.sell("nails", 2);
            shop.sell("nails", 3);
            shop.caughtUp("stock");

            assertThat(conditions(shop)).singleElement().satisfies(condition -> {
                assertThat(condition.code()).isEqualTo(DeliveryWatch.PARKED);
                assertThat(condition.company()).isEqualTo(Shop.COMPANY);
                assertThat(condition.values())
                        .containsEntry("subscription", "stock.costs")
                        .containsEntry("count", "2")
                        .containsEntry("position", Long.toString(shop.position(bad)));
            });
            shop.stock.poisonous = sale -> false;
            shop.deliveries.retry(Shop.COMPANY, "stock.costs", shop.position(bad));
            assertThat(conditions(shop)).isEmpty();
        }
    }

    @OnBothDatabases
    void whoDoesNotGetOnIsBehindAndWhoCatchesUpIsBusy(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store);
                Turnstile allowed = new Turnstile()) {
            shop.stock.afterEffect = allowed::pass;
            for (int i = 0; i < 3 * BATCH; i++) {
                shop.sell("nails", i);
            }
            shop.deliveries.start(Shop.COMPANY, "stock");
            eventually(() -> assertThat(shop.stock.positions).hasSize(1));
            DeliveryWatch watch = shop.platform.service(DeliveryWatch.class);

            watch.look(0);
            watch.look(seconds(59));
            assertThat(conditions(shop)).isEmpty();
            watch.look(seconds(60));
            assertThat(conditions(shop)).singleElement().satisfies(condition -> {
                assertThat(condition.code()).isEqualTo(DeliveryWatch.BEHIND);
                assertThat(condition.values())
                        .containsEntry("subscription", "stock.costs")
                        .containsEntry("count", "300");
            });

            allowed.release(BATCH);
            eventually(() -> assertThat(shop.stock.positions).hasSize(BATCH + 1));
            watch.look(seconds(70));
            watch.look(seconds(129));
            assertThat(conditions(shop)).isEmpty();
            watch.look(seconds(130));
            assertThat(conditions(shop)).hasSize(1);

            allowed.release(3 * BATCH);
            shop.caughtUp("stock");
            watch.look(seconds(131));
            assertThat(conditions(shop)).isEmpty();
        }
    }

    @OnBothDatabases
    void whoIsGivenMoreThanItTakesInIsBehind(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store);
                Turnstile allowed = new Turnstile()) {
            DeliveryWatch watch = shop.platform.service(DeliveryWatch.class);
            shop.switchOn("stock");
            watch.look(0);
            shop.stock.afterEffect = allowed::pass;
            shop.sell("nails", 1);
            eventually(() -> assertThat(shop.stock.positions).hasSize(1));
            watch.look(seconds(5));
            shop.sell("nails", 2);
            shop.sell("nails", 3);
            shop.sell("nails", 4);

            watch.look(seconds(64));
            assertThat(conditions(shop)).isEmpty();
            watch.look(seconds(65));
            assertThat(conditions(shop)).hasSize(1);
            allowed.release(1);
            eventually(() -> assertThat(shop.stock.positions).hasSizeGreaterThan(1));
            watch.look(seconds(80));
            assertThat(conditions(shop)).hasSize(1);
            allowed.release(BATCH);
            shop.caughtUp("stock");
            watch.look(seconds(90));
            assertThat(conditions(shop)).isEmpty();
        }
    }

    @OnBothDatabases
    void aClockThatWentBackIsToldUntilItIsWhereItWas(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.sell("nails", 1);
            assertThat(conditions(shop)).isEmpty();
            shop.platform.clock().move(Duration.ofSeconds(-4));
            assertThat(conditions(shop)).isEmpty();
            shop.platform.clock().move(Duration.ofHours(-1));
            shop.sell("nails", 2);
            assertThat(conditions(shop)).singleElement().satisfies(condition -> assertThat(condition.values())
                    .containsEntry("seconds", "3604"));
            shop.platform.clock().move(Duration.ofHours(1));
            assertThat(conditions(shop)).isEmpty();

            Clock earlier = Clock.fixed(Shop.TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
            Watch restarted = new ClockWatch(shop.events, earlier);
            assertThat(restarted.conditions()).extracting(Condition::code).containsExactly(ClockWatch.BACK);
        }
    }

    /** Lets through as many as are allowed, and everybody in the end. */
    private static final class Turnstile implements AutoCloseable {
        private static final int EVERYBODY = 1_000_000;
        private final Semaphore places = new Semaphore(0);

        void pass() {
            places.acquireUninterruptibly();
        }

        void release(int count) {
            places.release(count);
        }

        @Override
        public void close() {
            places.release(EVERYBODY);
        }
    }

    private static List<Condition> conditions(Shop shop) {
        return shop.platform.services(Watch.class).stream()
                .flatMap(watch -> watch.conditions().stream())
                .toList();
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
