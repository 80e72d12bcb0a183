package org.stepwise.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.stepwise.data.Database;
import org.stepwise.log.Projection;
import org.stepwise.log.Reaction;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Store;

/** The till takes the price list of the shop, and asks it at every sale. */
class SettingTest {

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

    private static Till install(Shop shop) {
        Till till = new Till(shop.jdbc);
        shop.platform.add(Projection.class, new PriceList(shop.jdbc));
        shop.platform.add(Reaction.class, till);
        return till;
    }
}
