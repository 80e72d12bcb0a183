package org.stepwise.attributes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.stepwise.attributes.AttributeDefinitions.NewAttribute;
import org.stepwise.attributes.AttributeType;
import org.stepwise.data.Database;
import org.stepwise.loyalty.Loyalty;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;

/** A partner's bundle adds to orders and guards them; switched off, it is as if it had never been there. */
class PartnerTest {
    private static final String ORDERS = "crm.orders";

    @Law({8, 11})
    @OnBothDatabases
    void aGuardAndAnExtensionOfAPartnerGoWithItsModule(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            Loyalty.install(shop.platform());
            shop.define(NewAttribute.of(ORDERS, "channel", AttributeType.TEXT));
            var customer = shop.party("ADA", "");
            var product = shop.product("CHAI");
            assertThat(names(shop)).as("not before it is on").doesNotContain("loyalty_points");
            shop.company().enable("loyalty");
            var order = shop.order(customer, product, ",'loyalty_points':7,'attributes_channel':'web','confirm':true");
            assertThat(shop.view(ORDERS, order))
                    .extracting("loyalty_points", "attributes_channel", "status")
                    .containsExactly("7", "web", "CONFIRMED");
            shop.act(ORDERS, order, "loyalty-double", "{}");
            assertThat(shop.column(ORDERS, "loyalty_points", List.of("-loyalty_points")))
                    .containsExactly("14");
            var before = shop.column(ORDERS, "id", List.of());
            shop.refused(
                    "loyalty.points.negative",
                    () -> shop.order(customer, product, ",'loyalty_points':-1,'confirm':true"));
            assertThat(shop.column(ORDERS, "id", List.of()))
                    .as("both or neither")
                    .isEqualTo(before);
            var large = "{'customer':'" + customer + "','confirm':true,'lines':[{'product':'" + product
                    + "','quantity':20,'price':10}]}";
            shop.refused("loyalty.order.exceeds-limit", () -> shop.create(ORDERS, large));

            shop.company().disable("loyalty");
            assertThat(names(shop)).contains("attributes_channel").doesNotContain("loyalty_points");
            assertThat(shop.register(ORDERS).description().verbs().toString()).doesNotContain("loyalty");
            assertThat(shop.view(ORDERS, order).containsKey("loyalty_points")).isFalse();
            shop.create(ORDERS, large);

            shop.company().enable("loyalty");
            assertThat(shop.view(ORDERS, order).get("loyalty_points"))
                    .as("nothing is lost")
                    .isEqualTo("14");
        }
    }

    private static List<String> names(Shop shop) {
        return shop.register(ORDERS).description().columns().stream()
                .map(column -> column.name())
                .toList();
    }
}
