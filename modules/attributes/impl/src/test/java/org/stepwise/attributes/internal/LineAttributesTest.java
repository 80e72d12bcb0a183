package org.stepwise.attributes.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.stepwise.attributes.AttributeDefinitions;
import org.stepwise.attributes.AttributeDefinitions.NewAttribute;
import org.stepwise.attributes.AttributeType;
import org.stepwise.attributes.Attributes;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.OrderService.NewLine;
import org.stepwise.crm.OrderService.NewOrder;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.log.Deliveries;
import org.stepwise.masterdata.Parties;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;

/** An administrator gives the lines of orders attributes; they stay with their line whatever becomes of the draft. */
class LineAttributesTest {
    private static final String ORDERS = "crm.orders";
    private static final String LINES = "crm.orders.lines";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static NewAttribute of(String name, AttributeType type) {
        return NewAttribute.of(LINES, name, type);
    }

    private static String line(Id product, int quantity, String more) {
        return "{'product':'" + product + "','quantity':" + quantity + ",'price':10" + more + "}";
    }

    private static String order(Id customer, String... lines) {
        return "{'customer':'" + customer + "','lines':[" + String.join(",", lines) + "]}";
    }

    private static List<Object> engravings(Shop shop, Id order) {
        return shop.lines(ORDERS, order, "attributes_engraving");
    }

    @OnBothDatabases
    void everyTypeIsEnteredShownAndImported(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            var product = shop.product("CHAI");
            var customer = shop.party("ADA", "");
            defineAll(shop);
            var order = shop.create(ORDERS, order(customer, line(product, 1, ""), line(product, 2, all(product))));
            assertThat(shop.lines(ORDERS, order).get(1))
                    .containsEntry("attributes_engraving", "For Ada")
                    .containsEntry("attributes_colour", "red")
                    .containsEntry("attributes_score", "7.5")
                    .containsEntry("attributes_extra", "1.25")
                    .containsEntry("attributes_on", "2026-04-01")
                    .containsEntry("attributes_gift", true)
                    .containsEntry("attributes_with", product.toString());
            assertThat(shop.lines(ORDERS, order).get(0)).containsEntry("attributes_engraving", null);
            assertThat(shop.register(ORDERS).description().columns())
                    .as("lines are no list")
                    .extracting("name")
                    .doesNotContain("attributes_engraving");
            var taken = shop.take(
                    ORDERS,
                    "customer,lines.product,lines.quantity,lines.price,lines.attributes_engraving\n"
                            + (customer + "," + product + ",1,3,first\n")
                            + ("," + product + ",2,3,second\n"));
            assertThat(engravings(shop, taken.get(0))).containsExactly("first", "second");
        }
    }

    private static void defineAll(Shop shop) {
        shop.define(of("engraving", AttributeType.TEXT));
        shop.define(of("colour", AttributeType.CHOICE).oneOf("red", "blue"));
        shop.define(of("score", AttributeType.NUMBER));
        shop.define(of("extra", AttributeType.AMOUNT));
        shop.define(of("on", AttributeType.DATE));
        shop.define(of("gift", AttributeType.FLAG));
        shop.define(of("with", AttributeType.REFERENCE).to("masterdata.products"));
    }

    private static String all(Id product) {
        return ",'attributes_engraving':'For Ada','attributes_colour':'red','attributes_score':7.5,"
                + "'attributes_extra':'1.25','attributes_on':'2026-04-01','attributes_gift':true,"
                + "'attributes_with':'" + product + "'";
    }

    private static String order(Shop shop, Id chai, Id chang) {
        shop.define(of("engraving", AttributeType.TEXT));
        return order(
                shop.party("ADA", ""),
                line(chai, 1, ",'attributes_engraving':'one'"),
                line(chang, 2, ",'attributes_engraving':'two'"),
                line(chai, 3, ",'attributes_engraving':'three'"));
    }

    private static void change(Shop shop, Id order, String... lines) {
        shop.change(ORDERS, order, "{'lines':[" + String.join(",", lines) + "]}");
    }

    @OnBothDatabases
    void linesOfADraftKeepWhatIsTheirsWhenTheyMoveAreReplacedOrGo(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            var chai = shop.product("CHAI");
            var chang = shop.product("CHANG");
            var order = shop.create(ORDERS, order(shop, chai, chang));
            shop.change(ORDERS, order, "{'reference':'R'}");
            assertThat(engravings(shop, order)).as("no lines were sent").containsExactly("one", "two", "three");
            change(shop, order, line(chai, 3, ""), line(chang, 2, ""), line(chai, 1, ""));
            assertThat(engravings(shop, order)).as("moved").containsExactly("three", "two", "one");
            change(shop, order, line(chang, 5, ""), line(chai, 1, ""));
            assertThat(engravings(shop, order))
                    .as("another quantity, and one is gone")
                    .containsExactly("two", "one");
            change(shop, order, line(chai, 1, ",'attributes_engraving':'new'"), line(chang, 5, ""), line(chai, 1, ""));
            assertThat(engravings(shop, order)).as("added").containsExactly("new", "two", null);
            change(shop, order, line(chai, 1, ",'attributes_engraving':null"), line(chang, 5, ""));
            assertThat(engravings(shop, order)).as("emptied").containsExactly(null, "two");
            assertThat(shop.keptOfLines()).as("nothing of what is gone").hasSize(1);
        }
    }

    @Law({1, 5, 11})
    @OnBothDatabases
    void theyAreKeptThroughPurgeAndRebuildAndByCompany(Database.Kind kind) {
        try (var shop = Shop.on(kind);
                var other = shop.another("Other")) {
            other.define(of("engraving", AttributeType.TEXT));
            var order = shop.create(ORDERS, order(shop, shop.product("CHAI"), shop.product("CHANG")));
            shop.as(() -> shop.company().service(OrderService.class).confirm(order, -1, null));
            assertThat(other.keptOfLines()).isEmpty();
            shop.company().settle();
            var before = shop.lines(ORDERS, order);
            shop.company().disable("crm");
            shop.company().purge("crm");
            shop.company().enable("crm");
            shop.company().settle();
            assertThat(shop.lines(ORDERS, order)).isEqualTo(before);
            assertThat(engravings(shop, order)).containsExactly("one", "two", "three");
            var kept = shop.keptOfLines();
            rebuild(shop);
            assertThat(shop.keptOfLines()).isEqualTo(kept).hasSize(3);
        }
    }

    private static void rebuild(Shop shop) {
        var deliveries = shop.platform().service(Deliveries.class);
        var company = shop.company().id();
        deliveries.stop(company, "attributes");
        shop.platform().service(Database.class).clear("attributes", company);
        deliveries.forget(company, "attributes");
        deliveries.start(company, "attributes");
        shop.company().settle();
    }

    @OnBothDatabases
    void whatIsExportedWithItsLinesIsImportedAgain(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            defineAll(shop);
            var product = shop.product("CHAI");
            var order = shop.create(
                    ORDERS,
                    order(
                            shop.party("ADA", ""),
                            line(product, 1, ",'attributes_engraving':'=1+1','attributes_score':-3"),
                            line(product, 2, all(product)),
                            line(product, 3, "")));
            assertThat(shop.export(ORDERS)).as("a list has no lines").doesNotContain("lines.", "For Ada");
            var csv = shop.exportWithLines(ORDERS);
            assertThat(csv).contains(",lines.attributes_engraving,", ",'=1+1,", ",-3,");
            var again = shop.take(ORDERS, csv);
            assertThat(again).hasSize(1);
            assertThat(shop.lines(ORDERS, again.get(0))).isEqualTo(shop.lines(ORDERS, order));
            assertThat(shop.view(ORDERS, again.get(0)).get("customer"))
                    .isEqualTo(shop.view(ORDERS, order).get("customer"));
        }
    }

    @OnBothDatabases
    void programsAreToldWhereTheyAreEnteredAndWhenTheyMustBe(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            shop.define(of("engraving", AttributeType.TEXT).must());
            var paths = shop.openApi(ORDERS);
            var line = "/requestBody/content/application~1json/schema/properties/lines/items";
            var made = paths.at("/~1crm~1orders/post" + line);
            assertThat(made.at("/properties/attributes_engraving/maxLength").asInt())
                    .isEqualTo(200);
            assertThat(made.path("required").toString()).contains("\"attributes_engraving\"");
            var changed = paths.at("/~1crm~1orders~1{id}/put" + line);
            assertThat(changed.path("properties").has("attributes_engraving")).isTrue();
            assertThat(changed.path("required").toString()).doesNotContain("attributes");
            var shown = "/responses/200/content/application~1json/schema/properties/lines/items/properties";
            assertThat(paths.at("/~1crm~1orders~1{id}/get" + shown).has("attributes_engraving"))
                    .isTrue();
            assertThat(paths.has("/crm/orders/{id}/attributes-set-line")).isTrue();
        }
    }

    @OnBothDatabases
    void theHistoryOfTheDocumentTellsOfThem(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            var order = shop.create(ORDERS, order(shop, shop.product("CHAI"), shop.product("CHANG")));
            shop.act(ORDERS, order, "attributes-set-line", "{'line':2,'attributes_engraving':null}");
            var told = shop.history(ORDERS, order);
            assertThat(told).hasSize(2);
            assertThat(told.get(1).title()).isEqualTo("Attributes of lines set");
            var lines = told.get(1).fields().get(0);
            assertThat(lines.type()).isEqualTo("lines");
            assertThat(lines.columns()).extracting("title").containsExactly("Line", "engraving");
            assertThat(lines.after().get(2)).hasToString("{\"line\":3,\"attributes_engraving\":\"three\"}");
            assertThat(told.get(0).fields().get(0).after())
                    .as("emptied")
                    .hasToString("[{\"line\":2,\"attributes_engraving\":null}]");
        }
    }

    @Law(8)
    @OnBothDatabases
    void whatIsRequiredOfLinesIsAskedAtAllDoors(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            var product = shop.product("CHAI");
            var customer = shop.party("ADA", "");
            var orders = shop.company().service(OrderService.class);
            var attributes = shop.company().service(Attributes.class);
            var old = shop.as(() -> orders.place(wanted(customer, product)).id());
            shop.define(of("engraving", AttributeType.TEXT).must());
            var draft = shop.as(() -> orders.draft(wanted(customer, product)));
            shop.refused("erp.form.invalid", () -> shop.create(ORDERS, order(customer, line(product, 1, ""))));
            shop.refused("attributes.value.required", () -> orders.place(wanted(customer, product)));
            shop.refused("attributes.value.required", () -> orders.confirm(draft, -1, null));
            shop.act(ORDERS, draft, "attributes-set-line", "{'line':2,'attributes_engraving':'second'}");
            shop.refused("attributes.value.required", () -> orders.confirm(draft, -1, null));
            shop.as(() -> {
                attributes.setLines(ORDERS, draft, Map.of(1, Map.of("engraving", "first")));
                return orders.confirm(draft, -1, null);
            });
            assertThat(engravings(shop, draft)).containsExactly("first", "second");
            assertThat(shop.view(ORDERS, old).get("status")).as("stays").isEqualTo("CONFIRMED");
        }
    }

    @OnBothDatabases
    void whatIsRequiredOfLinesComesWithTheDocument(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            var product = shop.product("CHAI");
            var customer = shop.party("ADA", "");
            var orders = shop.company().service(OrderService.class);
            var attributes = shop.company().service(Attributes.class);
            shop.define(of("engraving", AttributeType.TEXT).must());
            Supplier<Id> work = () -> orders.place(wanted(customer, product)).id();
            var a = Map.of("engraving", "a");
            var b = Map.of("engraving", "b");
            var placed = shop.as(() -> attributes.with(ORDERS, Map.of(), List.of(a, b), work));
            assertThat(engravings(shop, placed)).containsExactly("a", "b");
            shop.refused(
                    "attributes.value.required", () -> attributes.with(ORDERS, Map.of(), List.of(a, Map.of()), work));
            var entered = order(customer, line(product, 1, ",'attributes_engraving':'x'"));
            var binding = shop.create(ORDERS, "{'confirm':true," + entered.substring(1));
            assertThat(shop.view(ORDERS, binding).get("status")).isEqualTo("CONFIRMED");
            shop.refused(
                    "attributes.input.invalid",
                    () -> shop.act(ORDERS, binding, "attributes-set-line", "{'line':1,'attributes_engraving':null}"));
        }
    }

    private static NewOrder wanted(Id customer, Id product) {
        var one = new NewLine(product, BigDecimal.ONE, BigDecimal.TEN, null);
        var two = new NewLine(product, new BigDecimal("2"), BigDecimal.TEN, null);
        return new NewOrder(customer, "R", null, null, null, null, List.of(one, two));
    }

    @OnBothDatabases
    void whatDoesNotFitIsRefusedWithItsLine(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            var product = shop.product("CHAI");
            var customer = shop.party("ADA", "");
            shop.define(of("score", AttributeType.NUMBER));
            shop.define(of("with", AttributeType.REFERENCE).to("masterdata.products"));
            var attributes = shop.company().service(Attributes.class);
            assertThat(shop.fields(() -> shop.create(
                            ORDERS,
                            order(customer, line(product, 1, ""), line(product, 1, ",'attributes_score':'many'")))))
                    .containsOnlyKeys("lines[1].attributes_score");
            assertThat(shop.fields(() -> shop.create(
                            ORDERS,
                            order(
                                    customer,
                                    line(product, 1, ""),
                                    line(product, 1, ",'attributes_with':'" + new Id(77) + "'")))))
                    .containsOnlyKeys("lines[1].attributes_with");
            assertThat(shop.column(ORDERS, "id", List.of()))
                    .as("both or neither")
                    .isEmpty();
            var order = shop.create(ORDERS, order(customer, line(product, 1, "")));
            shop.refused(
                    "attributes.line.unknown",
                    () -> attributes.setLines(ORDERS, order, Map.of(2, Map.of("score", "1"))));
            shop.refused(
                    "attributes.line.unknown",
                    () -> shop.act(ORDERS, order, "attributes-set-line", "{'line':1.5,'attributes_score':1}"));
            shop.refused(
                    "attributes.input.invalid",
                    () -> attributes.setLines(ORDERS, order, Map.of(1, Map.of("height", "1"))));
        }
    }

    @OnBothDatabases
    void anAttributeIsDefinedWhereThereAreLines(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            var order = shop.create(ORDERS, order(shop.party("ADA", ""), line(shop.product("CHAI"), 1, "")));
            shop.define(of("score", AttributeType.NUMBER));
            var ofNone = NewAttribute.of("masterdata.parties.lines", "a", AttributeType.TEXT);
            shop.refused("attributes.input.invalid", () -> shop.define(ofNone));
            var followed = NewAttribute.of("crm.invoices.lines", "a", AttributeType.TEXT);
            shop.refused("attributes.input.invalid", () -> shop.define(followed.must()));
            shop.define(followed);
            shop.act(ORDERS, order, "attributes-set-line", "{'line':1,'attributes_score':3}");
            assertThat(shop.lines(ORDERS, order, "attributes_score")).containsExactly("3");
            var definitions = shop.company().service(AttributeDefinitions.class);
            shop.refused("attributes.definition.behind", () -> definitions.withdraw(LINES, "score", TODAY));
            for (int i = 1; i <= 30; i++) {
                shop.define(of("day" + i, AttributeType.DATE));
            }
            shop.refused("attributes.definition.no-place", () -> shop.define(of("day31", AttributeType.DATE)));
        }
    }

    @Law(17)
    @OnBothDatabases
    void whatIsPersonalOfALineIsSealedAndGoesWithThePerson(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            shop.define(of("engraving", AttributeType.TEXT).ofPerson("customer"));
            shop.define(of("score", AttributeType.NUMBER));
            var product = shop.product("CHAI");
            var ada = shop.party("ADA", ",'natural':true");
            var bob = shop.party("BOB", ",'natural':true");
            var wish = ",'attributes_engraving':'peanuts','attributes_score':1";
            var order = shop.create(ORDERS, order(ada, line(product, 1, wish)));
            var moved = shop.create(ORDERS, order(ada, line(product, 1, wish)));
            shop.change(ORDERS, moved, order(bob, line(product, 1, "")));
            assertThat(shop.as(() -> shop.platform()
                            .service(Deliveries.class)
                            .tail(shop.company().id(), 100, line -> true)
                            .toString()))
                    .doesNotContain("peanut");
            shop.as(() -> {
                shop.company().service(Parties.class).erase(ada, new Parties.Erasure("asked for it"));
                return null;
            });
            shop.company().settle();
            assertThat(engravings(shop, order)).containsExactly((Object) null);
            assertThat(shop.lines(ORDERS, order, "attributes_score")).containsExactly("1");
            assertThat(engravings(shop, moved)).as("is of somebody else").containsExactly("peanuts");
            var kept = shop.keptOfLines();
            rebuild(shop);
            assertThat(shop.keptOfLines()).isEqualTo(kept).hasSize(3);
        }
    }
}
