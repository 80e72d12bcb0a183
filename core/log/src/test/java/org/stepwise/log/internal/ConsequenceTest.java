package org.stepwise.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.stepwise.data.Database;
import org.stepwise.log.Reaction;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Store;

/** A consequence is known by its cause, its reaction and its ordinal, however often it is concluded. */
class ConsequenceTest {

    @Law(4)
    @OnBothDatabases
    void itCarriesItsCauseAndTheCausesDay(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            LocalDate lastYear = LocalDate.of(2025, 12, 31);
            shop.transactions.run(() -> shop.log.record("shop", lastYear, shop.sold("nails", 3)));
            shop.switchOn("stock");
            Envelope fact = shop.all("shop.sold").get(0);
            Envelope consequence = shop.all("shop.costed").get(0);
            assertThat(consequence.cause()).isEqualTo(fact.position());
            assertThat(consequence.on()).isEqualTo(lastYear);
            assertThat(consequence.reaction()).isEqualTo("stock.costs");
            assertThat(consequence.module()).isEqualTo("stock");
            assertThat(consequence.position()).isGreaterThan(fact.position());
        }
    }

    @Law({4, 10})
    @OnBothDatabases
    void whatBelongsToAnotherModuleIsNotConcluded(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.platform.add(Reaction.class, new Stranger());
            shop.sell("nails", 3);
            shop.switchOn("stranger");
            assertThat(shop.all("shop.costed")).isEmpty();
            assertThat(shop.deliveries.parked(Shop.COMPANY))
                    .singleElement()
                    .satisfies(parked -> assertThat(parked.reason()).contains("not by stranger"));
        }
    }

    @Law(4)
    @OnBothDatabases
    void concludedAgainItHasNoEffect(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.sell("nails", 3);
            shop.sell("nails", 4);
            shop.switchOn("stock");
            List<Long> before = shop.all().stream().map(Envelope::position).toList();
            rebuildStock(shop);
            assertThat(shop.all().stream().map(Envelope::position)).containsExactlyElementsOf(before);
            assertThat(shop.count("SELECT COUNT(*) FROM eventlog.conflict")).isZero();
            assertThat(shop.deliveries.parked(Shop.COMPANY)).isEmpty();
        }
    }

    @Law(4)
    @OnBothDatabases
    void concludedWithOtherContentTheFirstStandsAndTheOtherIsNoted(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.sell("nails", 3);
            shop.sell("nails", 4);
            shop.switchOn("stock");
            shop.stock.surcharge.set(1000);
            rebuildStock(shop);
            assertThat(shop.deliveries.tail(
                            Shop.COMPANY, 10, line -> line.type().equals("shop.costed")))
                    .extracting(line -> line.json().replaceAll(".*\"cost\":(\\d+).*", "$1"))
                    .containsExactly("3", "97");
            assertThat(shop.count("SELECT COUNT(*) FROM eventlog.conflict")).isEqualTo(2);
            assertThat(shop.deliveries.parked(Shop.COMPANY)).isEmpty();
        }
    }

    @Law(4)
    @OnBothDatabases
    void twoConsequencesOfOneFactMayLeadOnToMore(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.platform.add(Reaction.class, new Twice());
            shop.platform.add(Reaction.class, new Onward());
            shop.sell("nails", 3);
            shop.switchOn("twice");
            shop.switchOn("onward");
            Envelope fact = shop.all("shop.sold").get(0);
            assertThat(shop.all("shop.costed"))
                    .hasSize(4)
                    .allSatisfy(consequence -> assertThat(consequence.cause()).isEqualTo(fact.position()))
                    .extracting(consequence -> consequence.reaction() + consequence.ordinal())
                    .doesNotHaveDuplicates();
        }
    }

    private static void rebuildStock(Shop shop) {
        shop.caughtUp("stock");
        shop.deliveries.stop(Shop.COMPANY, "stock");
        shop.deliveries.forget(Shop.COMPANY, "stock");
        shop.platform.service(Database.class).clear("shop", Shop.COMPANY);
        shop.switchOn("stock");
    }
}
