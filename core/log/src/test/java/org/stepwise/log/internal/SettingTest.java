package org.stepwise.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.stepwise.data.Amounts;
import org.stepwise.data.Database;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;
import org.stepwise.log.Reaction;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Store;

/** The till takes the price list of the shop, and asks it at every sale. */
class SettingTest {
    private static final long WHILE_MILLISECONDS = 500;

    @Law(7)
    @OnBothDatabases
    void aModuleThatStartsHasAllSettingsBeforeTheFirstEvent(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            for (int i = 0; i < 300; i++) {
                shop.sell("nails", 1);
            }
            shop.record(new Priced("nails", Shop.TODAY.minusYears(1), new BigDecimal("2.50")));
            Till till = install(shop);
            shop.switchOn("till");
            assertThat(till.prices).hasSize(300).containsOnly("2.500000");
        }
    }

    @Law(7)
    @OnBothDatabases
    void aReactionDoesNotOvertakeTheSettingsOfItsModule(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            Till till = install(shop);
            shop.switchOn("till");
            for (int i = 1; i <= 50; i++) {
                shop.record(new Priced("nails", Shop.TODAY.plusDays(i), BigDecimal.valueOf(i)));
                shop.sell("nails", 1);
            }
            shop.caughtUp("till");
            assertThat(till.prices).hasSize(50);
            for (int i = 0; i < 50; i++) {
                assertThat(new BigDecimal(till.prices.get(i)))
                        .as("the newest price at sale %s", i + 1)
                        .isGreaterThanOrEqualTo(BigDecimal.valueOf(i + 1));
            }
        }
    }

    @Law(7)
    @OnBothDatabases
    void noReactionIsAtWorkBeforeTheProjectionThatBringsItsSettings(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.sell("nails", 1);
            shop.record(new Priced("nails", Shop.TODAY, new BigDecimal("2.50")));
            Till till = new Till(shop.jdbc);
            SlowToStart prices = new SlowToStart(new PriceList(shop.jdbc), till);
            shop.platform.add(Reaction.class, till);
            shop.platform.add(Projection.class, prices);
            prices.starts.set(true);
            shop.switchOn("till");
            assertThat(prices.starts).isFalse();
            assertThat(till.prices).containsExactly("2.500000");
        }
    }

    @Law(7)
    @OnBothDatabases
    void aReactionThatComesFirstWaitsForTheProjectionThatBringsItsSettings(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.sell("nails", 1);
            shop.record(new Priced("nails", Shop.TODAY, new BigDecimal("2.50")));
            PriceList prices = new PriceList(shop.jdbc);
            Till till = new Till(shop.jdbc);
            shop.deliveries.start(Shop.COMPANY, "till", 2);
            shop.platform.add(Reaction.class, till);
            assertThat(shop.deliveries.await(Shop.COMPANY, "till", 1, WHILE_MILLISECONDS))
                    .isFalse();
            assertThat(till.prices).isEmpty();
            shop.platform.add(Projection.class, prices);
            shop.caughtUp("till");
            assertThat(till.prices).containsExactly("2.500000");

            shop.platform.remove(prices);
            shop.sell("nails", 1);
            assertThat(shop.deliveries.await(Shop.COMPANY, "till", shop.log.last(), WHILE_MILLISECONDS))
                    .isFalse();
            assertThat(till.prices).hasSize(1);
        }
    }

    /** Delivered once more, the first would stand for a moment where the second has replaced it. */
    @Law(7)
    @OnBothDatabases
    void aSettingThatAVerbHasAppliedIsNotAppliedOnceMore(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            OwnPrices own = new OwnPrices(new CopyOnWriteArrayList<>());
            shop.platform.add(Projection.class, own);
            shop.switchOn("shop");
            shop.record(new Priced("nails", Shop.TODAY, new BigDecimal("2.50")));
            shop.record(new Priced("nails", Shop.TODAY, new BigDecimal("3.10")));
            shop.caughtUp("shop");
            assertThat(own.prices).containsExactly("2.5", "3.1");
        }
    }

    /** What the shop itself makes of the prices that it sets. */
    private record OwnPrices(List<String> prices) implements Projection {
        @Override
        public String module() {
            return "shop";
        }

        @Override
        public String name() {
            return "shop.own-prices";
        }

        @Override
        public void define(Handlers on) {
            on.apply(
                    Priced.class,
                    priced -> List.of(priced.product()),
                    recorded -> prices.add(Amounts.plain(recorded.event().price())));
        }
    }

    /** Prices whose start takes a while: whoever is at work by then takes in the first sale without them. */
    private record SlowToStart(PriceList prices, Till till, AtomicBoolean starts) implements Projection {
        SlowToStart(PriceList prices, Till till) {
            this(prices, till, new AtomicBoolean());
        }

        @Override
        public String module() {
            return prices.module();
        }

        @Override
        public String name() {
            if (starts.getAndSet(false)) {
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(WHILE_MILLISECONDS);
                while (till.prices.isEmpty() && System.nanoTime() < end) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                }
            }
            // Where nobody sorts, this one comes last: a hash map puts it behind the till's.
            return "till.price-learned";
        }

        @Override
        public void define(Handlers on) {
            prices.define(on);
        }
    }

    private static Till install(Shop shop) {
        Till till = new Till(shop.jdbc);
        shop.platform.add(Projection.class, new PriceList(shop.jdbc));
        shop.platform.add(Reaction.class, till);
        return till;
    }
}
