package org.stepwise.attributes.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stepwise.data.Database;
import org.stepwise.error.Rejected;
import org.stepwise.log.Deliveries;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.TestCompany;
import org.stepwise.web.internal.typed.RegisterDesk;
import org.stepwise.web.internal.typed.RegisterDesk.Asked;

/**
 * Master data, attributes and sales without a command of their own: an administrator types what he would have typed
 * into a form, and calls customers, products and orders what people call them.
 */
class TypedTest {
    @OnBothDatabases
    void anOrderIsTypedByCodesAndDealtWithByItsNumber(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            var desk = shop.platform().service(RegisterDesk.class);
            create(shop, "masterdata.parties", "code=ACME", "name=Acme", "customer=true");
            create(shop, "masterdata.products", "code=CHAI", "name=Chai", "kind=GOODS", "unit=pc");
            create(shop, "masterdata.products", "code=HELP", "name=Help", "kind=SERVICE", "unit=h");
            create(shop, "attributes.definitions", "register=crm.orders", "name=route", "type=TEXT");

            var draft = create(
                    shop,
                    "crm.orders",
                    "customer=ACME",
                    "attributes_route=north",
                    "line=product=CHAI quantity=5 price=18.50",
                    "line=product='HELP' quantity=1 price=\"100\"");
            assertThat(draft.path("customerName").asText()).isEqualTo("Acme");
            assertThat(draft.path("lines").findValuesAsText("productCode")).containsExactly("CHAI", "HELP");
            shop.as(() -> desk.change(
                    "crm.orders",
                    draft.path("id").asText(),
                    List.of("lines=[{\"product\":\"CHAI\",\"quantity\":\"2\",\"price\":10}]")));
            var confirmed = shop.as(
                    () -> desk.act("crm.orders", draft.path("id").asText(), "confirm", List.of("on=2026-03-02")));
            var number = confirmed.path("number").asText();
            assertThat(number).matches("SO-\\d{6}");
            assertThat(confirmed.path("total").asText()).isEqualTo("20");

            assertThat(numbers(shop, "customer=ACME", "status=CONFIRMED")).containsExactly(number);
            assertThat(numbers(shop, "attributes_route=south")).isEmpty();
            shop.as(() -> desk.act("crm.orders", number, "deliver", List.of("line=1", "quantity=2")));
            shop.as(() -> desk.act("crm.orders", number, "invoice", List.of()));
            assertThat(shop.as(() -> desk.show("crm.invoices", "INV-000001"))
                            .path("total")
                            .asText())
                    .isEqualTo("20");
        }
    }

    @OnBothDatabases
    void settingsAreCalledByTheirFirstDay(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            var desk = shop.platform().service(RegisterDesk.class);
            create(shop, "masterdata.rounding", "method=DOCUMENT", "validFrom=2026-06-01");
            shop.as(() -> desk.act("masterdata.rounding", "2026-06-01", "withdraw", List.of()));
            create(shop, "masterdata.tax-codes", "code=VAT", "name=VAT", "percent=19", "validFrom=2026-06-01");
            create(shop, "masterdata.tax-codes", "code=VAT", "name=VAT", "percent=21", "validFrom=2026-07-01");
            shop.refused("erp.row.ambiguous", () -> desk.act("masterdata.tax-codes", "VAT", "withdraw", List.of()));
            shop.as(() -> desk.act("masterdata.tax-codes", "code=VAT,validFrom=2026-07-01", "withdraw", List.of()));
            assertThat(shop.as(() -> desk.list("masterdata.tax-codes", new Asked(List.of(), List.of(), 50))))
                    .hasSize(1);
        }
    }

    @OnBothDatabases
    void whatIsCalledByNobodySoIsToldWithItsField(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            var desk = shop.platform().service(RegisterDesk.class);
            var words = new ArrayList<>(List.of("customer=NOBODY", "line=product=NOTHING quantity=1", "line=5"));
            var refused = catchThrowableOfType(Rejected.class, () -> shop.as(() -> desk.create("crm.orders", words)));
            assertThat(refused.code()).isEqualTo("erp.form.invalid");
            assertThat(refused.fields()).containsOnlyKeys("customer", "lines[0].product", "lines[1]");
            shop.refused("erp.form.invalid", () -> desk.create("crm.orders", List.of("lines=[")));
            var more = List.of("customer=NOBODY", "freight=-4", "line=product=NOTHING quantity=-5", "nosuch=1");
            var all = catchThrowableOfType(Rejected.class, () -> shop.as(() -> desk.create("crm.orders", more)));
            assertThat(all.fields())
                    .as("what leads nowhere hides nothing else")
                    .containsOnlyKeys("customer", "freight", "lines[0].product", "lines[0].quantity", "nosuch");
        }
    }

    @OnBothDatabases
    void oneCompanysRowsAreNoneOfTheOthers(Database.Kind kind) {
        try (var shop = Shop.on(kind)) {
            create(shop, "masterdata.parties", "code=ACME", "name=Acme", "customer=true");
            try (var other = shop.another("Southwind")) {
                var desk = other.platform().service(RegisterDesk.class);
                other.refused("erp.row.unknown", () -> desk.show("masterdata.parties", "ACME"));
            }
        }
    }

    private static JsonNode create(Shop shop, String register, String... words) {
        var made = shop.as(() -> shop.platform().service(RegisterDesk.class).create(register, List.of(words)));
        settle(shop.company());
        return made;
    }

    private static void settle(TestCompany company) {
        company.service(Deliveries.class).settle(company.id(), "crm", 10_000);
    }

    private static List<Object> numbers(Shop shop, String... where) {
        List<Map<String, Object>> rows = shop.as(() -> shop.platform()
                .service(RegisterDesk.class)
                .list("crm.orders", new Asked(List.of(where), List.of(), 50)));
        return rows.stream().map(row -> row.get("number")).toList();
    }
}
