package org.stepwise.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.stepwise.data.Database;
import org.stepwise.error.Conflict;
import org.stepwise.error.Rejected;
import org.stepwise.log.Deliveries.Parked;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Store;

/** One sale has no cost: nails wait behind it, screws go on, and in the end nobody can tell that it happened. */
class ParkingTest {

    @Law(14)
    @OnBothDatabases
    void whatSharesAKeyWaitsAndTheRestGoesOn(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.stock.poisonous = sale -> sale.quantity().intValue() == 13;
            shop.switchOn("stock");
            List<Sold> sales = sell(shop);
            shop.caughtUp("stock");
            assertThat(shop.rows("stock", "product, movements")).containsExactly("nails 13", "screws 40");
            List<Parked> parked = shop.deliveries.parked(Shop.COMPANY);
            assertThat(parked).hasSize(27);
            assertThat(parked.get(0).position()).isEqualTo(shop.position(sales.get(13)));
            assertThat(parked.get(0).reason()).isEqualTo("no cost for nails");
            assertThat(parked.get(0).keys()).containsExactly("nails");
            assertThat(parked.get(1).reason())
                    .isEqualTo("waits behind the event at " + parked.get(0).position());
        }
    }

    @Law(14)
    @OnBothDatabases
    void afterARetryTheFiguresAreAsIfItHadNeverFailed(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.stock.poisonous = sale -> sale.quantity().intValue() == 13;
            shop.switchOn("stock");
            List<Sold> sales = sell(shop);
            shop.caughtUp("stock");
            long position = shop.position(sales.get(13));
            assertThatThrownBy(() -> shop.deliveries.retry(Shop.COMPANY, "stock.costs", position))
                    .isInstanceOf(Conflict.class)
                    .hasMessageContaining("no cost for nails");
            assertThatThrownBy(() -> shop.deliveries.retry(Shop.COMPANY, "stock.costs", shop.position(sales.get(20))))
                    .isInstanceOf(Rejected.class);
            shop.stock.poisonous = sale -> false;
            shop.deliveries.retry(Shop.COMPANY, "stock.costs", position);
            shop.sell("nails", 99);
            shop.caughtUp("stock");
            assertThat(shop.deliveries.parked(Shop.COMPANY)).isEmpty();
            assertThat(shop.rows("stock", "product, movements, trace")).isEqualTo(undisturbed(kind, -1));
            assertThat(shop.all("shop.costed")).hasSize(81);
        }
    }

    @Law(14)
    @OnBothDatabases
    void aSkipIsAFactThatEveryReplayObeys(Database.Kind kind) {
        try (Store store = Store.create(kind)) {
            long position;
            List<String> expected = undisturbed(kind, 13);
            try (Shop shop = new Shop(store)) {
                shop.stock.poisonous = sale -> sale.quantity().intValue() == 13;
                shop.switchOn("stock");
                position = shop.position(sell(shop).get(13));
                shop.caughtUp("stock");
                shop.deliveries.skip(Shop.COMPANY, "stock.costs", position, "sold by mistake, no goods left");
                shop.sell("nails", 99);
                shop.caughtUp("stock");
                assertThat(shop.rows("stock", "product, movements, trace")).isEqualTo(expected);
                assertThat(shop.deliveries.tail(
                                Shop.COMPANY, 1000, line -> line.type().equals("erp.event-skipped")))
                        .singleElement()
                        .satisfies(line -> assertThat(line.json()).contains("sold by mistake", "stock.costs"));
            }
            try (Shop shop = new Shop(store)) {
                shop.deliveries.forget(Shop.COMPANY, "stock");
                shop.platform.service(Database.class).clear("shop", Shop.COMPANY);
                shop.switchOn("stock");
                assertThat(shop.rows("stock", "product, movements, trace")).isEqualTo(expected);
                assertThat(shop.stock.positions).doesNotContain(position);
            }
        }
    }

    @Law(14)
    @OnBothDatabases
    void whatWaitsStillWaitsAfterARestart(Database.Kind kind) {
        try (Store store = Store.create(kind)) {
            long position;
            try (Shop shop = new Shop(store)) {
                shop.stock.poisonous = sale -> sale.quantity().intValue() == 13;
                shop.switchOn("stock");
                position = shop.position(sell(shop).get(13));
                shop.caughtUp("stock");
            }
            try (Shop shop = new Shop(store)) {
                shop.switchOn("stock");
                shop.sell("nails", 99);
                shop.caughtUp("stock");
                assertThat(shop.deliveries.parked(Shop.COMPANY)).hasSize(28);
                shop.deliveries.retry(Shop.COMPANY, "stock.costs", position);
                assertThat(shop.rows("stock", "product, movements, trace")).isEqualTo(undisturbed(kind, -1));
            }
        }
    }

    /** Once live, once when it is known that one of them fails, and once for good. */
    @Law(14)
    @OnBothDatabases
    void theEventThatFailedIsPutAsideAtOnceAndTheOthersAreNotTriedOverAndOver(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.stock.poisonous = sale -> sale.product().equals("nails");
            shop.sell("screws", 1);
            shop.sell("screws", 2);
            shop.sell("nails", 1);
            for (int i = 3; i < 40; i++) {
                shop.sell("screws", i);
            }
            shop.switchOn("stock");
            assertThat(shop.deliveries.parked(Shop.COMPANY)).hasSize(1);
            assertThat(shop.stock.positions)
                    .allMatch(position -> Collections.frequency(shop.stock.positions, position) <= 3);
        }
    }

    /** What is kept in memory fails when it is written, long after the event: it is written event by event then. */
    @Law(14)
    @OnBothDatabases
    void theEventWhoseRowsCannotBeWrittenIsFoundAsFast(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.stock.poisonous = sale -> {
                if (sale.product().equals("nails")) {
                    shop.transactions.pending(sale, () -> () -> {
                        throw new IllegalStateException("no row for nails");
                    });
                }
                return false;
            };
            for (int i = 0; i < 20; i++) {
                shop.sell("screws", i);
            }
            shop.sell("nails", 1);
            shop.sell("screws", 20);
            shop.switchOn("stock");
            assertThat(shop.deliveries.parked(Shop.COMPANY)).hasSize(1);
            assertThat(shop.rows("stock", "product, movements")).containsExactly("screws 21");
            assertThat(shop.stock.positions)
                    .allMatch(position -> Collections.frequency(shop.stock.positions, position) <= 4);
        }
    }

    /** Forty sales of each, numbered by their quantity: nails have the even and screws the odd places. */
    private static List<Sold> sell(Shop shop) {
        List<Sold> nails = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            nails.add(shop.sell("nails", i));
            shop.sell("screws", 100 + i);
        }
        return nails;
    }

    private static List<String> undisturbed(Database.Kind kind, int without) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            for (int i = 0; i < 40; i++) {
                if (i != without) {
                    shop.sell("nails", i);
                }
                shop.sell("screws", 100 + i);
            }
            shop.sell("nails", 99);
            shop.switchOn("stock");
            return shop.rows("stock", "product, movements, trace");
        }
    }
}
