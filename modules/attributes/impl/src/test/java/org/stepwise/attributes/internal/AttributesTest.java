package org.stepwise.attributes.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.stepwise.attributes.AttributeDefinitions;
import org.stepwise.attributes.AttributeDefinitions.NewAttribute;
import org.stepwise.attributes.AttributeType;
import org.stepwise.attributes.Attributes;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.OrderService.NewLine;
import org.stepwise.crm.OrderService.NewOrder;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;
import org.stepwise.log.Deliveries;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.Parties.NewParty;
import org.stepwise.module.Modules;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.web.ListQuery.Filter;
import org.stepwise.web.ListQuery.Operator;

/** An administrator gives parties and orders attributes, and people fill them in, at all doors. */
class AttributesTest {
    private static final String PARTIES = "masterdata.parties";
    private static final String ORDERS = "crm.orders";

    private static NewAttribute of(String register, String name, AttributeType type) {
        return NewAttribute.of(register, name, type);
    }

    @OnBothDatabases
    void everyTypeIsEnteredShownFilteredSortedImportedAndExported(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            var product = shop.product("CHAI");
            defineAll(shop);
            var ada = shop.party(
                    "ADA",
                    ",'attributes_colour':'red','attributes_motto':'Per aspera','attributes_score':7.5,"
                            + "'attributes_limit':'1000.25','attributes_since':'2020-02-29','attributes_vip':true,"
                            + "'attributes_drinks':'" + product + "'");
            shop.take(
                    PARTIES,
                    "code,name,customer,attributes_colour,attributes_score\nBOB,Bob,true,blue,12\nCYD,Cyd,true,,\n");
            assertThat(shop.view(PARTIES, ada))
                    .extracting(
                            "attributes_colour",
                            "attributes_motto",
                            "attributes_score",
                            "attributes_limit",
                            "attributes_since",
                            "attributes_vip",
                            "attributes_drinks")
                    .containsExactly("red", "Per aspera", "7.5", "1000.25", "2020-02-29", true, product.toString());
            isFoundByAll(shop, product);
            assertThat(shop.export(PARTIES))
                    .contains("attributes_colour,attributes_drinks,attributes_limit")
                    .contains(",blue,,,,12,,");
        }
    }

    private static void defineAll(Shop shop) {
        shop.define(of(PARTIES, "colour", AttributeType.CHOICE).oneOf("red", "blue"));
        shop.define(of(PARTIES, "motto", AttributeType.TEXT));
        shop.define(of(PARTIES, "score", AttributeType.NUMBER));
        shop.define(of(PARTIES, "limit", AttributeType.AMOUNT));
        shop.define(of(PARTIES, "since", AttributeType.DATE));
        shop.define(of(PARTIES, "vip", AttributeType.FLAG));
        shop.define(of(PARTIES, "drinks", AttributeType.REFERENCE).to("masterdata.products"));
    }

    private static void isFoundByAll(Shop shop, Id product) {
        assertThat(shop.column(PARTIES, "code", List.of("attributes_score"))).containsExactly("ADA", "BOB", "CYD");
        assertThat(shop.column(PARTIES, "code", List.of("-attributes_score"))).containsExactly("BOB", "ADA", "CYD");
        assertThat(shop.column(PARTIES, "code", List.of(), filter("vip", "true")))
                .containsExactly("ADA");
        assertThat(shop.column(PARTIES, "code", List.of(), filter("colour", "blue")))
                .containsExactly("BOB");
        assertThat(shop.column(PARTIES, "code", List.of(), filter("since", "2020-02-29")))
                .containsExactly("ADA");
        assertThat(shop.column(PARTIES, "code", List.of(), filter("drinks", product.toString())))
                .containsExactly("ADA");
        assertThat(shop.column(PARTIES, "code", List.of("code"), filter("colour", "")))
                .containsExactly("CYD");
        assertThat(shop.column(
                        PARTIES, "code", List.of("name"), new Filter("attributes_motto", Operator.CONTAINS, "ASPERA")))
                .containsExactly("ADA");
    }

    private static Filter filter(String name, String value) {
        return new Filter("attributes_" + name, Operator.EQ, value);
    }

    @OnBothDatabases
    void onlyWhatChangesIsRecordedAndWhatIsEmptiedStaysEmpty(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            shop.define(of(PARTIES, "motto", AttributeType.TEXT));
            shop.define(of(PARTIES, "score", AttributeType.NUMBER));
            var ada = shop.party("ADA", ",'attributes_motto':'A','attributes_score':1");
            shop.change(PARTIES, ada, "{'code':'ADA','name':'Ada','attributes_motto':'A','attributes_score':2}");
            shop.change(PARTIES, ada, "{'code':'ADA','name':'Ada','attributes_score':'2.0'}");
            shop.change(PARTIES, ada, "{'code':'ADA','name':'Ada','attributes_motto':null}");
            var set = shop.as(() -> shop.platform()
                    .service(Deliveries.class)
                    .tail(shop.company().id(), 50, line -> line.type().equals("attributes.attributes-set")));
            assertThat(set).hasSize(3);
            assertThat(set.get(1).json()).contains("\"score\":\"2\"").doesNotContain("motto");
            assertThat(set.get(2).json()).contains("\"motto\":\"\"");
            assertThat(shop.view(PARTIES, ada).get("attributes_motto")).isNull();
            shop.change(PARTIES, ada, "{'code':'ADA','name':'Ada','attributes_score':null}");
            assertThat(shop.kept()).as("a row only where something is set").isEmpty();
        }
    }

    @Law({8, 10})
    @OnBothDatabases
    void whatIsRequiredIsAskedForAtAllDoorsFromItsDayOnAndOldRowsStay(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            var old = shop.party("OLD", "");
            shop.define(of(PARTIES, "motto", AttributeType.TEXT).must());
            shop.refused("erp.form.invalid", () -> shop.party("ADA", ""));
            shop.refused("erp.import.rows", () -> shop.take(PARTIES, "code,name,customer\nBOB,Bob,true\n"));
            var parties = shop.platform().service(Parties.class);
            var cyd = new NewParty("CYD", "Cyd", true, false, false, false, null, null, null, null, null, null, null);
            shop.refused("attributes.value.required", () -> parties.record(cyd));
            var attributes = shop.platform().service(Attributes.class);
            var made = shop.as(() -> attributes.with(PARTIES, Map.of("motto", "M"), () -> parties.record(cyd)));
            assertThat(shop.view(PARTIES, made).get("attributes_motto")).isEqualTo("M");
            shop.change(PARTIES, old, "{'code':'OLD','name':'Older','attributes_motto':null}");
            assertThat(shop.view(PARTIES, old).get("name")).isEqualTo("Older");
            shop.refused(
                    "attributes.input.invalid",
                    () -> shop.change(PARTIES, made, "{'code':'CYD','name':'C','attributes_motto':null}"));
            assertThat(shop.view(PARTIES, made).get("name")).as("nothing of it").isEqualTo("Cyd");
        }
    }

    /** A draft is no fact: what is required of an order is asked when it becomes binding. */
    @Law(8)
    @OnBothDatabases
    void whatIsRequiredOfAnOrderIsAskedWhenItIsBinding(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            var customer = shop.party("OLD", "");
            var product = shop.product("CHAI");
            shop.define(of(ORDERS, "channel", AttributeType.CHOICE)
                    .oneOf("shop", "web")
                    .must());
            var orders = shop.platform().service(OrderService.class);
            var wanted = new NewOrder(
                    customer, "R", null, null, null, null, List.of(new NewLine(product, two(), two(), null)));
            shop.refused("attributes.value.required", () -> orders.place(wanted));
            var draft = shop.as(() -> orders.draft(wanted));
            shop.refused("attributes.value.required", () -> orders.confirm(draft, -1, null));
            shop.act(ORDERS, draft, "attributes-set", "{'attributes_channel':'web'}");
            shop.as(() -> orders.confirm(draft, -1, null));
            var binding = shop.order(customer, product, ",'attributes_channel':'shop','confirm':true");
            assertThat(shop.view(ORDERS, binding))
                    .extracting("attributes_channel", "status")
                    .containsExactly("shop", "CONFIRMED");
            assertThat(shop.view(ORDERS, binding).get("number"))
                    .as("answered once it is numbered")
                    .isNotNull();
        }
    }

    private static BigDecimal two() {
        return new BigDecimal("2");
    }

    @OnBothDatabases
    void aRecordTellsWhichAttributesNameIt(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            shop.define(of(PARTIES, "terms", AttributeType.REFERENCE).to("masterdata.payment-terms"));
            var term = shop.create("masterdata.payment-terms", "{'code':'30D','name':'30 days','days':30}");
            var ada = shop.party("ADA", ",'attributes_terms':'" + term + "'");
            assertThat(shop.view("masterdata.payment-terms", term).get("usedBy").toString())
                    .contains(PARTIES, "attributes_terms", ada.toString());
            shop.act("masterdata.payment-terms", term, "archive", "{}");
            shop.refused("attributes.input.invalid", () -> shop.party("BOB", ",'attributes_terms':'" + term + "'"));
        }
    }

    /** What the form says, what the order names, and what an attribute names: whoever finds it. */
    @OnBothDatabases
    void allFaultsOfARowAreToldInOneAnswer(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            shop.define(of(ORDERS, "drinks", AttributeType.REFERENCE).to("masterdata.products"));
            var nobody = new Id(77).toString();
            var wrong = "{'customer':'" + nobody + "','attributes_drinks':'" + nobody + "','lines':[{'product':'"
                    + nobody + "','quantity':";
            var atTheForm = catchThrowableOfType(Rejected.class, () -> shop.create(ORDERS, wrong + "'many'}]}"));
            assertThat(atTheForm.code()).isEqualTo("erp.form.invalid");
            assertThat(atTheForm.fields())
                    .containsOnlyKeys("customer", "attributes_drinks", "lines[0].product", "lines[0].quantity");
            var byTheVerb = catchThrowableOfType(Rejected.class, () -> shop.create(ORDERS, wrong + "2}]}"));
            assertThat(byTheVerb.code()).isEqualTo("crm.input.invalid");
            assertThat(byTheVerb.fields())
                    .containsOnlyKeys("customer", "attributes_drinks", "lines[0].product")
                    .containsEntry("customer", "is no party of this company")
                    .containsEntry("attributes_drinks", "is no product of this company");
        }
    }

    @OnBothDatabases
    void whatDoesNotFitIsRefused(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            shop.define(of(PARTIES, "score", AttributeType.NUMBER));
            shop.define(of(PARTIES, "drinks", AttributeType.REFERENCE).to("masterdata.products"));
            var ada = shop.party("ADA", "");
            var attributes = shop.platform().service(Attributes.class);
            for (var wrong : List.of(
                    Map.of("score", "many"),
                    Map.of("score", "1.1234567"),
                    Map.of("score", "1000000000000"),
                    Map.of("drinks", new Id(77).toString()),
                    Map.of("height", "1"))) {
                shop.refused("attributes.input.invalid", () -> attributes.set(PARTIES, ada, wrong));
            }
            shop.refused("masterdata.party.unknown", () -> attributes.set(PARTIES, new Id(77), Map.of("score", "1")));
            assertThat(shop.kept()).isEmpty();

            shop.refused("attributes.input.invalid", () -> shop.define(of("crm.nothing", "a", AttributeType.TEXT)));
            shop.refused("attributes.input.invalid", () -> shop.define(of(PARTIES, "a b", AttributeType.TEXT)));
            shop.refused("attributes.input.invalid", () -> shop.define(of(PARTIES, "a", AttributeType.CHOICE)));
            shop.refused("attributes.input.invalid", () -> shop.define(of(PARTIES, "a", AttributeType.REFERENCE)));
            shop.refused(
                    "attributes.input.invalid",
                    () -> shop.define(
                            of("crm.invoices", "a", AttributeType.TEXT).must()));
            shop.refused("attributes.definition.fixed", () -> shop.define(of(PARTIES, "score", AttributeType.TEXT)));
            shop.refused(
                    "attributes.definition.nobody",
                    () -> shop.define(
                            of("masterdata.products", "a", AttributeType.TEXT).ofPerson(null)));
            for (int i = 1; i <= 3; i++) {
                shop.define(of(PARTIES, "day" + i, AttributeType.DATE));
            }
            shop.refused("attributes.definition.no-place", () -> shop.define(of(PARTIES, "day4", AttributeType.DATE)));
        }
    }

    @Law(7)
    @OnBothDatabases
    void aDefinitionIsReplacedAndWithdrawnUntilItWasUsed(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            var definitions = shop.platform().service(AttributeDefinitions.class);
            var colour = of(PARTIES, "colour", AttributeType.CHOICE);
            var today = LocalDate.of(2026, 3, 2);
            shop.define(colour.oneOf("red"));
            shop.define(colour.oneOf("red", "blue"));
            var ada = shop.party("ADA", ",'attributes_colour':'blue'");
            shop.refused("attributes.definition.behind", () -> shop.define(colour.oneOf("red")));
            shop.refused("attributes.definition.behind", () -> definitions.withdraw(PARTIES, "colour", today));
            shop.as(() -> definitions.define(colour.oneOf("red").must(), today.plusDays(1)));
            shop.party("BOB", ",'attributes_colour':'blue'");
            shop.platform().clock().moveTo(today.plusDays(1));
            shop.refused("erp.form.invalid", () -> shop.party("CYD", ",'attributes_colour':'blue'"));
            assertThat(shop.view(PARTIES, ada).get("attributes_colour"))
                    .as("stays")
                    .isEqualTo("blue");
            assertThat(shop.column(PARTIES, "code", List.of("code"), filter("colour", "blue")))
                    .as("what was chosen once can be asked for")
                    .containsExactly("ADA", "BOB");
            shop.as(() -> {
                definitions.withdraw(PARTIES, "colour", today.plusDays(1));
                definitions.define(colour.oneOf("red").end(), today.plusDays(1));
                return null;
            });
            assertThat(shop.register(PARTIES).description().columns())
                    .extracting("name")
                    .doesNotContain("attributes_colour");
            assertThat(shop.column("attributes.definitions", "state", List.of("attribute")))
                    .containsExactlyInAnyOrder("PAST", "NOW");
        }
    }

    @Law(17)
    @OnBothDatabases
    void whatIsPersonalIsSealedAndGoesWithThePerson(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            shop.define(of(PARTIES, "allergy", AttributeType.TEXT).ofPerson(null));
            shop.define(of(PARTIES, "score", AttributeType.NUMBER));
            shop.define(of(ORDERS, "wish", AttributeType.TEXT).ofPerson("customer"));
            var product = shop.product("CHAI");
            var ada = shop.party("ADA", ",'natural':true,'attributes_allergy':'peanuts','attributes_score':3");
            var bob = shop.party("BOB", ",'natural':true");
            var order = shop.order(ada, product, ",'attributes_wish':'peanut free'");
            var moved = shop.order(ada, product, ",'attributes_wish':'with peanuts'");
            shop.change(ORDERS, moved, Shop.order(bob, product) + ",'attributes_wish':'no peanuts at all'}");
            var log = shop.as(() -> shop.platform()
                    .service(Deliveries.class)
                    .tail(shop.company().id(), 100, line -> true)
                    .toString());
            assertThat(log).doesNotContain("peanut");
            var parties = shop.platform().service(Parties.class);
            shop.as(() -> {
                parties.erase(ada, new Parties.Erasure("asked for it"));
                return null;
            });
            shop.company().settle();
            assertThat(shop.view(PARTIES, ada).get("attributes_allergy")).isNull();
            assertThat(shop.view(PARTIES, ada).get("attributes_score")).isEqualTo("3");
            assertThat(shop.view(ORDERS, order).get("attributes_wish")).isNull();
            assertThat(shop.view(ORDERS, moved).get("attributes_wish")).isEqualTo("no peanuts at all");
            var kept = shop.kept();
            assertThat(kept.toString()).doesNotContain("peanut free", "peanuts,", "with peanuts");
            rebuild(shop);
            assertThat(shop.kept()).isEqualTo(kept);
            shop.refused(
                    "erp.person.erased",
                    () -> shop.platform().service(Attributes.class).set(PARTIES, ada, Map.of("allergy", "again")));
        }
    }

    /** From nothing but the log, as after an upgrade. */
    private static void rebuild(Shop shop) {
        var deliveries = shop.platform().service(Deliveries.class);
        var company = shop.company().id();
        deliveries.stop(company, "attributes");
        shop.platform().service(Database.class).clear("attributes", company);
        deliveries.forget(company, "attributes");
        deliveries.start(company, "attributes");
        shop.company().settle();
    }

    @Law({1, 5, 11})
    @OnBothDatabases
    void attributesAreKeptThroughPurgeAndRebuildAndByCompany(Database.Kind kind) {
        try (var shop = Shop.on(kind);
                var other = shop.another("Other")) {
            shop.define(of(ORDERS, "channel", AttributeType.TEXT));
            shop.define(of(ORDERS, "score", AttributeType.NUMBER));
            other.define(of(ORDERS, "score", AttributeType.NUMBER));
            var orders = sell(shop);
            other.order(other.party("O", ""), other.product("O"), ",'confirm':true,'attributes_score':99");
            var before = orders.stream().map(order -> shop.view(ORDERS, order)).toList();
            var sorted = shop.column(ORDERS, "id", List.of("-attributes_score"));
            var kept = shop.kept();
            assertThat(kept).hasSize(2);
            assertThat(other.register(ORDERS).description().columns())
                    .extracting("name")
                    .doesNotContain("attributes_channel");
            assertThat(other.column(ORDERS, "attributes_score", List.of())).containsExactly("99");

            shop.company().settle();
            shop.company().disable("crm");
            assertThat(shop.as(() -> shop.platform()
                            .service(Modules.class)
                            .find(shop.company().id(), "crm")
                            .state()))
                    .isEqualTo(Modules.State.OFF);
            shop.company().purge("crm");
            shop.company().enable("crm");
            shop.company().settle();
            assertThat(orders.stream().map(order -> shop.view(ORDERS, order)).toList())
                    .usingRecursiveComparison()
                    .ignoringFields("version")
                    .isEqualTo(before);
            assertThat(shop.column(ORDERS, "id", List.of("-attributes_score"))).isEqualTo(sorted);
            rebuild(shop);
            assertThat(shop.kept()).isEqualTo(kept);
            assertThat(shop.column(ORDERS, "id", List.of("-attributes_score"))).isEqualTo(sorted);
            assertThat(other.kept()).hasSize(1);
        }
    }

    private static List<Id> sell(Shop shop) {
        var customer = shop.party("ADA", "");
        var product = shop.product("CHAI");
        var first = shop.order(customer, product, ",'confirm':true,'attributes_channel':'web','attributes_score':1");
        var second = shop.order(customer, product, ",'confirm':true,'attributes_score':5");
        var third = shop.order(customer, product, ",'confirm':true");
        return List.of(first, second, third);
    }
}
