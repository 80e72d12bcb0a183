package org.stepwise.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.stepwise.data.Database;
import org.stepwise.error.Rejected;
import org.stepwise.log.guard.Guard;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Store;

/** The shop's landlord allows nothing to be sold but small things. */
class GuardTest {

    @Law(8)
    @OnBothDatabases
    void whatAGuardRefusesIsNotRecordedAndTheRestOfTheTransactionNeither(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            Guard landlord = (fact, on) -> {
                if (fact instanceof Sold sold && sold.quantity().intValue() > 5) {
                    throw new Rejected("landlord.too-many", "more than 5 were to be sold on " + on + "; sell fewer");
                }
            };
            shop.platform.add(Guard.class, landlord);
            shop.sell("nails", 5);
            assertThatThrownBy(() -> shop.record(shop.sold("nails", 1), shop.sold("nails", 6)))
                    .isInstanceOfSatisfying(Rejected.class, refused -> assertThat(refused.code())
                            .isEqualTo("landlord.too-many"));
            assertThat(shop.all("shop.sold")).hasSize(1);

            shop.platform.remove(landlord);
            shop.sell("nails", 6);
            assertThat(shop.all("shop.sold")).hasSize(2);
        }
    }
}
