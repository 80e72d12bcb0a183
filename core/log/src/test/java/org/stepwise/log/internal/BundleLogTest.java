package org.stepwise.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwise.log.internal.Stand.bundle;
import static org.stepwise.log.internal.Stand.using;

import org.osgi.framework.Bundle;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.log.event.DayEnded;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Store;

/** Facts come by the doors that their types declare, from the bundles of those modules, inside a verb. */
class BundleLogTest {
    private static final Bundle API = bundle(10, "org.stepwise.shop", "shop");
    private static final Bundle SHOP = bundle(11, "org.stepwise.shop.internal", null);
    private static final Bundle STALL = bundle(21, "org.market.stall.internal", null);
    private static final Bundle LIAR = bundle(31, "org.market.liar", "shop");
    private static final Bundle[] INSTALLED = {
        LIAR, SHOP, API, bundle(20, "org.market.stall", "stall"), STALL, bundle(5, "org.stepwise.api", null)
    };

    /** Sold by the shop, and while that is closed at a stall. */
    @EventType(value = "shop.sold-by-hand", doors = "stall")
    record SoldByHand(Id document) implements Fact {}

    @Law(10)
    @OnBothDatabases
    void aFactComesByTheDoorsThatItsTypeDeclares(Database.Kind kind) {
        try (Shop shop = new Shop(Store.create(kind))) {
            Stand verbs = new Stand();
            BundleLog log = log(shop, null, verbs);
            verbs.inside = "stall";
            refused("erp.log.no-door", () -> record(shop, log, "stall", shop.sold("nails", 1)));
            refused("erp.log.no-door", () -> record(shop, log, "stall", new DayEnded(Shop.TODAY)));
            record(shop, log, "stall", new SoldByHand(new Id(1)));
            verbs.on = "shop";
            refused("erp.log.owner-is-on", () -> record(shop, log, "stall", new SoldByHand(new Id(2))));
            verbs.inside = "shop";
            record(shop, log, "shop", new SoldByHand(new Id(3)));
            assertThat(shop.all("shop.sold-by-hand")).hasSize(2);
            assertThat(shop.all("shop.sold")).isEmpty();
        }
    }

    @Law(10)
    @OnBothDatabases
    void aBundleRecordsForItsOwnModuleOnly(Database.Kind kind) {
        try (Shop shop = new Shop(Store.create(kind))) {
            Stand verbs = new Stand();
            verbs.inside = "shop";
            record(shop, log(shop, SHOP, verbs), "shop", shop.sold("nails", 1));
            record(shop, log(shop, API, verbs), "shop", shop.sold("nails", 1));
            refused(
                    "erp.log.foreign-bundle",
                    () -> record(shop, log(shop, STALL, verbs), "shop", shop.sold("nails", 1)));
            refused(
                    "erp.log.foreign-bundle",
                    () -> record(shop, log(shop, LIAR, verbs), "shop", shop.sold("nails", 1)));
            assertThat(shop.all("shop.sold")).hasSize(2);
        }
    }

    @Law(10)
    @OnBothDatabases
    void aFactIsRecordedInsideAVerbOfItsModule(Database.Kind kind) {
        try (Shop shop = new Shop(Store.create(kind))) {
            Stand verbs = new Stand();
            BundleLog log = log(shop, SHOP, verbs);
            refused("erp.log.no-verb", () -> record(shop, log, "shop", shop.sold("nails", 1)));
            verbs.inside = "stall";
            refused("erp.log.no-verb", () -> record(shop, log, "shop", shop.sold("nails", 1)));
            assertThat(shop.all()).isEmpty();
        }
    }

    private static BundleLog log(Shop shop, Bundle user, Stand verbs) {
        return new BundleLog(using(user, INSTALLED), shop.log, shop.platform.service(EventCodec.class), verbs);
    }

    private static void record(Shop shop, BundleLog log, String module, Fact fact) {
        shop.transactions.run(() -> log.record(module, Shop.TODAY, fact));
    }

    private static void refused(String code, Runnable recording) {
        assertThatThrownBy(recording::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
