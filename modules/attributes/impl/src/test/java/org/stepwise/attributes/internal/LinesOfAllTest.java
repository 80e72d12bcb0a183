package org.stepwise.attributes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.stepwise.attributes.AttributeDefinitions.NewAttribute;
import org.stepwise.attributes.AttributeType;
import org.stepwise.attributes.Attributes;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.StockService.NewDelivery;

/** Lines of every register that has any have attributes: where they are entered, and where they follow from others. */
class LinesOfAllTest {
    private static final String DELIVERIES = "warehouse.deliveries";

    private static void define(Shop shop, String... registers) {
        for (var register : registers) {
            shop.define(NewAttribute.of(register + ".lines", "batch", AttributeType.TEXT));
        }
    }

    private static List<Object> batches(Shop shop, String register, Id row) {
        return shop.lines(register, row, "attributes_batch");
    }

    private static Id goods(Shop shop, String code) {
        return shop.create(
                "masterdata.products", "{'code':'" + code + "','name':'" + code + "','unit':'pc','kind':'GOODS'}");
    }

    private static String in(Id product, String batch) {
        return "{'product':'" + product + "','quantity':10,'unitCost':2,'attributes_batch':" + batch + "}";
    }

    @OnBothDatabases
    void goodsThatComeInHaveThemByHandAndInTheWarehouse(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            var chai = goods(shop, "CHAI");
            var chang = goods(shop, "CHANG");
            define(shop, "masterdata.goods");
            var lines = "'lines':[" + in(chang, "null") + "," + in(chai, "'b'") + "," + in(chai, "'c'") + "]}";
            var note = shop.create("masterdata.goods", "{'kind':'RECEIPT'," + lines);
            assertThat(batches(shop, "masterdata.goods", note)).containsExactly(null, "b", "c");
            shop.company().enable("warehouse");
            shop.company().settle();
            define(shop, "warehouse.receipts", "warehouse.openings");
            for (var register : List.of("warehouse.receipts", "warehouse.openings")) {
                var receipt = shop.create(register, "{" + lines);
                assertThat(batches(shop, register, receipt)).containsExactly(null, "b", "c");
            }
        }
    }

    /** A delivery has its lines in the order of the order's, whatever order they were entered in. */
    @OnBothDatabases
    void linesOfADeliveryAreFoundByTheOrdersLine(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            shop.company().enable("warehouse");
            define(shop, DELIVERIES, "warehouse.returns", "crm.invoices");
            var order = sold(shop);
            var delivery = shop.create(
                    DELIVERIES,
                    "{'order':'" + order + "','lines':[" + moved(3, 1, "'three'") + "," + moved(2, 0, "'none'") + ","
                            + moved(1, 1, "'one'") + "]}");
            assertThat(shop.lines(DELIVERIES, delivery, "orderLine")).containsExactly(1, 3);
            assertThat(batches(shop, DELIVERIES, delivery)).containsExactly("one", "three");
            shop.change(
                    DELIVERIES,
                    delivery,
                    "{'lines':[{'orderLine':3,'quantity':2},{'orderLine':2,'quantity':1,'attributes_batch':'two'}]}");
            assertThat(batches(shop, DELIVERIES, delivery)).containsExactly("two", "three");
            shop.act(DELIVERIES, delivery, "post", "{}");
            assertThat(batches(shop, DELIVERIES, delivery)).as("posted").containsExactly("two", "three");
            var back = shop.create(
                    "warehouse.returns",
                    "{'delivery':'" + delivery + "','lines':[" + moved(3, 1, "'third'") + "," + moved(2, 1, "'second'")
                            + "]}");
            assertThat(batches(shop, "warehouse.returns", back)).containsExactly("second", "third");
            shop.company().settle();
            shop.act("crm.orders", order, "invoice", "{}");
            shop.company().settle();
            var invoice =
                    Id.parse(shop.column("crm.invoices", "id", List.of()).get(0).toString());
            shop.act("crm.invoices", invoice, "attributes-set-line", "{'line':1,'attributes_batch':'billed'}");
            assertThat(batches(shop, "crm.invoices", invoice).get(0)).isEqualTo("billed");
        }
    }

    @Law(8)
    @OnBothDatabases
    void whatIsRequiredIsAskedWhenADeliveryIsPosted(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            shop.company().enable("warehouse");
            var order = sold(shop);
            shop.define(NewAttribute.of(DELIVERIES + ".lines", "batch", AttributeType.TEXT)
                    .must());
            var stock = shop.company().service(StockService.class);
            var planned = shop.as(() -> stock.plan(NewDelivery.of(order)));
            shop.refused("attributes.value.required", () -> stock.post(planned, -1, null));
            shop.as(() -> {
                var each = Map.of("batch", "b");
                shop.company()
                        .service(Attributes.class)
                        .setLines(DELIVERIES, planned, Map.of(1, each, 2, each, 3, each));
                stock.post(planned, -1, null);
                return null;
            });
            assertThat(batches(shop, DELIVERIES, planned)).containsExactly("b", "b", "b");
            shop.define(NewAttribute.of("warehouse.returns.lines", "batch", AttributeType.TEXT)
                    .must());
            shop.create(
                    "warehouse.returns",
                    "{'delivery':'" + planned + "','lines':[" + moved(3, 1, "'third'") + "," + moved(2, 1, "'second'")
                            + "]}");
        }
    }

    @OnBothDatabases
    void journalsHaveThem(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            shop.company().enable("accounting");
            shop.define(NewAttribute.of("accounting.journals.lines", "batch", AttributeType.TEXT)
                    .must());
            var journal = shop.create(
                    "accounting.journals",
                    "{'text':'Rent','lines':[{'account':'6000','debit':'5','attributes_batch':'a'},"
                            + "{'account':'1000','credit':'5','attributes_batch':'b'}]}");
            assertThat(batches(shop, "accounting.journals", journal)).containsExactly("a", "b");
        }
    }

    private static String moved(int orderLine, int quantity, String batch) {
        return "{'orderLine':" + orderLine + ",'quantity':" + quantity + ",'attributes_batch':" + batch + "}";
    }

    private static Id sold(Shop shop) {
        var chai = goods(shop, "CHAI");
        shop.create("warehouse.receipts", "{'lines':[{'product':'" + chai + "','quantity':100,'unitCost':2}]}");
        shop.company().settle();
        var line = "{'product':'" + chai + "','quantity':5,'price':10}";
        var order = shop.create(
                "crm.orders",
                "{'customer':'" + shop.party("ADA", "") + "','confirm':true,'lines':[" + line + "," + line + "," + line
                        + "]}");
        shop.company().settle();
        return order;
    }
}
