package org.stepwise.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Store;

/** A customer's name and telephone are in nobody's sight, and gone with the key. */
class PersonTest {
    private static final Id ANNE = new Id(99);

    @Law(17)
    @OnBothDatabases
    void personalFieldsAreEncryptedInTheLogAndGoneWithTheKey(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            Registered registered =
                    new Registered(ANNE, "Anne Frost", "Delft", List.of(new Registered.Phone("home", "555-0117")));
            shop.record(registered);
            EventCodec codec = shop.platform.service(EventCodec.class);
            assertThat(codec.read(shop.all("shop.registered").get(0), Registered.class))
                    .isEqualTo(registered);
            assertThat(shop.deliveries.tail(Shop.COMPANY, 1, line -> true))
                    .singleElement()
                    .satisfies(line -> assertThat(line.json())
                            .contains("Delft", "home")
                            .doesNotContain("Anne", "Frost", "555-0117"));

            shop.keys.destroy(Shop.COMPANY, ANNE);
            assertThat(codec.read(shop.all("shop.registered").get(0), Registered.class))
                    .isEqualTo(new Registered(ANNE, null, "Delft", List.of(new Registered.Phone("home", null))));
        }
    }
}
