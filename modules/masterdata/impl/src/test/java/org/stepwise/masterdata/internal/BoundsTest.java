package org.stepwise.masterdata.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.error.Rejected;
import org.stepwise.input.Bounds;
import org.stepwise.masterdata.GoodsByHand;
import org.stepwise.masterdata.GoodsByHand.Kind;
import org.stepwise.masterdata.GoodsByHand.NewGoods;
import org.stepwise.masterdata.MasterData;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.Parties.NewParty;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.NewPrice;
import org.stepwise.masterdata.Products.NewProduct;
import org.stepwise.masterdata.Products.NewTaxRate;
import org.stepwise.testkit.Columns;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;
import org.stepwise.warehouse.event.GoodsReceived;
import org.stepwise.warehouse.event.ReceiptLine;

/** Each field of master data at its bound and beyond: taken as it is, or refused with the field at fault. */
class BoundsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @OnBothDatabases
    void partiesAtTheirBoundsAreTakenAndBeyondThemRefused(Database.Kind kind) {
        try (var company = new TestCompany(Platform.on(kind).start(), "rest")) {
            var most = Map.of(
                    "code", 40, "name", 200, "contact", 200, "phone", 60, "street", 200, "city", 100, "postalCode", 20);
            company.as(() -> company.service(Parties.class).record(party(field -> "x".repeat(most.get(field)))));
            most.forEach((field, length) -> refused(company, () -> company.service(Parties.class)
                    .record(party(each -> each.equals(field) ? "x".repeat(length + 1) : "y"))));
            most.keySet()
                    .forEach(field -> refused(company, () -> company.service(Parties.class)
                            .record(party(each -> each.equals(field) ? "a\u0000b" : "y"))));
        }
    }

    @Law(10)
    @OnBothDatabases
    void allThatIsWrongIsToldAtOnceAtEveryDoor(Database.Kind kind) {
        try (var company = new TestCompany(Platform.on(kind).start(), "rest")) {
            var long60 = "1".repeat(61);
            wrong(
                    company,
                    () -> company.service(Parties.class)
                            .record(new NewParty(
                                    null, " ", true, false, false, false, null, null, long60, null, null, null, null)),
                    "code",
                    "name",
                    "phone");
            wrong(
                    company,
                    () -> company.service(Products.class)
                            .record(new NewProduct("P", null, null, null, "THING", null, null)),
                    "name",
                    "unit",
                    "kind");
            wrong(
                    company,
                    () -> company.service(Products.class)
                            .setTaxCode(new NewTaxRate(" ", null, new BigDecimal("101"), MONDAY)),
                    "code",
                    "name",
                    "percent");
            var line = new GoodsByHand.Line(null, BigDecimal.ZERO, null);
            wrong(
                    company,
                    () -> company.service(GoodsByHand.class)
                            .record(new NewGoods(null, MONDAY, null, "x".repeat(201), List.of(line))),
                    "kind",
                    "reference",
                    "lines[0].product",
                    "lines[0].quantity",
                    "lines[0].unitCost");
        }
    }

    private static void wrong(TestCompany company, Supplier<?> verb, String... fields) {
        assertThatThrownBy(() -> company.as(verb)).isInstanceOfSatisfying(Rejected.class, refused -> {
            assertThat(refused.code()).isEqualTo("masterdata.input.invalid");
            assertThat(refused.fields()).containsOnlyKeys(fields);
        });
    }

    @OnBothDatabases
    void aProductIsActiveUnlessSomebodySaysOtherwise(Database.Kind kind) {
        try (var company = new TestCompany(Platform.on(kind).start(), "rest")) {
            var products = company.service(Products.class);
            var chai =
                    company.as(() -> products.record(new NewProduct("CHAI", "Chai", null, "pce", "GOODS", null, null)));
            var data = company.service(MasterData.class);
            assertThat(company.as(() -> data.product(chai)).active()).isTrue();
            company.as(() -> {
                products.change(chai, -1, new NewProduct("CHAI", "Chai", null, "PCE", "GOODS", null, false));
                return null;
            });
            assertThat(company.as(() -> data.product(chai)).active()).isFalse();
        }
    }

    private static NewParty party(UnaryOperator<String> text) {
        return new NewParty(
                text.apply("code"),
                text.apply("name"),
                true,
                false,
                false,
                false,
                text.apply("contact"),
                null,
                text.apply("phone"),
                text.apply("street"),
                text.apply("city"),
                text.apply("postalCode"),
                null);
    }

    @OnBothDatabases
    void pricesAndRatesAtTheirBoundsAreTakenAndBeyondThemRefused(Database.Kind kind) {
        try (var company = new TestCompany(Platform.on(kind).start(), "rest")) {
            var chai = product(company, "CHAI");
            for (var price : List.of("0", "999999999.999999")) {
                company.as(() -> price(company, chai, price));
            }
            for (var price : List.of("5e9", "1000000000", "1e999999999", "-1", "0.0000001", "1e-999999999")) {
                refused(company, () -> price(company, chai, price));
            }
            for (var percent : List.of("0", "100")) {
                company.as(() -> tax(company, percent));
            }
            for (var percent : List.of("100.0001", "1e999999999", "-1", "0.00001")) {
                refused(company, () -> tax(company, percent));
            }
        }
    }

    @Law(10)
    @OnBothDatabases
    void goodsByHandHaveTheBoundsOfTheWarehouse(Database.Kind kind) {
        try (var company = new TestCompany(Platform.on(kind).start(), "rest")) {
            var chai = product(company, "CHAI");
            company.as(() -> receive(company, "x".repeat(Bounds.REFERENCE), line(chai, "999999999.999999", "0")));
            company.as(() -> receive(company, null, line(chai, "1000", "999999999.999999")));
            refused(company, () -> receive(company, "x".repeat(Bounds.REFERENCE + 1), line(chai, "1", "1")));
            for (var quantity : List.of("0", "-1", "1000000000", "1e999999999", "0.0000001")) {
                refused(company, () -> receive(company, null, line(chai, quantity, "1")));
            }
            for (var cost : List.of("-1", "1000000000", "1e999999999", "0.0000001")) {
                refused(company, () -> receive(company, null, line(chai, "1", cost)));
            }
            refused(company, () -> receive(company, null, line(chai, "1001", "999999999.999999")));
            var many = Collections.nCopies(Bounds.LINES + 1, line(chai, "1", "1"));
            refused(company, () -> company.service(GoodsByHand.class)
                    .record(new NewGoods(Kind.OPENING, MONDAY, null, null, many)));
        }
    }

    /** The warehouse's door took 200 characters where this column held 100, and the note was put aside. */
    @OnBothDatabases
    void aNoteHoldsWhatTheWarehouseTakes(Database.Kind kind) {
        try (var company = new TestCompany(Platform.on(kind).start(), "rest")) {
            var chai = product(company, "CHAI");
            var line = new ReceiptLine(1, chai, BigDecimal.ONE, BigDecimal.ONE);
            company.record(
                    "warehouse", MONDAY, new GoodsReceived(new Id(700), null, "x".repeat(200), "EUR", List.of(line)));
            company.settle();
        }
    }

    /** Who adds a column that adds up gives it 31 digits; who adds one for what is entered names it here. */
    @OnBothDatabases
    void columnsThatAddUpAreWiderThanWhatTheyAddUp(Database.Kind kind) {
        try (var company = new TestCompany(Platform.on(kind).start(), "rest")) {
            assertThat(Columns.tooNarrowForSums(company.platform(), "masterdata"))
                    .containsExactlyInAnyOrder(
                            "goods_note_line.quantity",
                            "goods_note_line.unit_cost",
                            "payment_term_record.discount_percent_v",
                            "price.price",
                            "tax_rate.percent");
        }
    }

    private static Id product(TestCompany company, String code) {
        return company.as(() ->
                company.service(Products.class).record(new NewProduct(code, code, null, "PCE", "GOODS", null, true)));
    }

    private static Id price(TestCompany company, Id product, String price) {
        company.service(Products.class).setPrice(product, new NewPrice(new BigDecimal(price), MONDAY));
        return product;
    }

    private static String tax(TestCompany company, String percent) {
        company.service(Products.class).setTaxCode(new NewTaxRate("VAT", "VAT", new BigDecimal(percent), MONDAY));
        return percent;
    }

    private static Id receive(TestCompany company, String reference, GoodsByHand.Line line) {
        return company.service(GoodsByHand.class)
                .record(new NewGoods(Kind.RECEIPT, MONDAY, null, reference, List.of(line)));
    }

    private static GoodsByHand.Line line(Id product, String quantity, String unitCost) {
        return new GoodsByHand.Line(product, new BigDecimal(quantity), new BigDecimal(unitCost));
    }

    private static void refused(TestCompany company, Supplier<?> verb) {
        assertThatThrownBy(() -> company.as(verb))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("masterdata.input.invalid"));
    }
}
