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

    @OnBothDatabases
    void aPartnerAddsToLinesBesideAttributes(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            Loyalty.install(shop.platform());
            shop.company().enable("loyalty");
            shop.define(NewAttribute.of("crm.orders.lines", "engraving", AttributeType.TEXT));
            var customer = shop.party("ADA", "");
            var chai = "{'product':'" + shop.product("CHAI") + "','quantity':1,'price':10";
            var chang = "{'product':'" + shop.product("CHANG") + "','quantity':1,'price':10";
            var order = shop.create(
                    ORDERS,
                    "{'customer':'" + customer + "','lines':[" + chai + ",'loyalty_gift':'cup'}," + chang
                            + ",'attributes_engraving':'For Ada'}]}");
            shop.change(ORDERS, order, "{'lines':[" + chang + "}," + chai + "}]}");
            assertThat(shop.lines(ORDERS, order, "loyalty_gift")).containsExactly(null, "cup");
            assertThat(shop.lines(ORDERS, order, "attributes_engraving")).containsExactly("For Ada", null);
            assertThat(shop.fields(() ->
                            shop.change(ORDERS, order, "{'lines':[" + chang + ",'other_gift':'cup'}," + chai + "}]}")))
                    .containsOnlyKeys("lines[0].other_gift");
            shop.company().disable("loyalty");
            assertThat(shop.lines(ORDERS, order).get(1)).doesNotContainKey("loyalty_gift");
            shop.company().enable("loyalty");
            assertThat(shop.lines(ORDERS, order, "loyalty_gift"))
                    .as("nothing is lost")
                    .containsExactly(null, "cup");
        }
    }

    @Law(2)
    @OnBothDatabases
    void aPartnerAsksAtAVerbThatIsNotHis(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            Loyalty.install(shop.platform());
            shop.company().enable("loyalty");
            var customer = shop.party("ADA", "");
            var large = "{'customer':'" + customer + "','lines':[{'product':'" + shop.product("CHAI")
                    + "','quantity':20,'price':10}]}";
            var order = shop.create(ORDERS, large);
            assertThat(fieldsOf(shop, "confirm")).containsExactly("on", "loyalty_voucher");
            assertThat(shop.openApi(ORDERS)
                            .at("/~1crm~1orders~1{id}~1confirm/post/requestBody/content/application~1json/schema")
                            .path("properties")
                            .has("loyalty_voucher"))
                    .isTrue();
            shop.refused("loyalty.order.exceeds-limit", () -> shop.act(ORDERS, order, "confirm", "{}"));
            shop.refused(
                    "loyalty.order.exceeds-limit", () -> shop.act(ORDERS, order, "confirm", "{'loyalty_voucher':99}"));
            assertThat(shop.view(ORDERS, order).get("loyalty_points"))
                    .as("both or neither")
                    .isNull();
            shop.act(ORDERS, order, "confirm", "{'loyalty_voucher':100}");
            assertThat(shop.view(ORDERS, order))
                    .extracting("status", "loyalty_points")
                    .containsExactly("CONFIRMED", "100");
            assertThat(shop.view(ORDERS, order).get("number"))
                    .as("answered once it is numbered")
                    .isNotNull();
            var other = shop.create(ORDERS, large.replace("20", "2"));
            shop.refused("loyalty.points.negative", () -> shop.act(ORDERS, other, "confirm", "{'loyalty_voucher':-1}"));
            assertThat(shop.view(ORDERS, other).get("status")).isEqualTo("DRAFT");
            shop.company().disable("loyalty");
            assertThat(fieldsOf(shop, "confirm")).containsExactly("on");
        }
    }

    private static List<String> fieldsOf(Shop shop, String verb) {
        return shop.register(ORDERS).description().verbs().stream()
                .filter(each -> each.name().equals(verb))
                .flatMap(each -> each.fields().stream())
                .map(field -> field.name())
                .toList();
    }

    private static List<String> names(Shop shop) {
        return shop.register(ORDERS).description().columns().stream()
                .map(column -> column.name())
                .toList();
    }
}
