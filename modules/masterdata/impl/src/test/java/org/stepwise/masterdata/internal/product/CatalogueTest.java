package org.stepwise.masterdata.internal.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.masterdata.GoodsByHand;
import org.stepwise.masterdata.GoodsByHand.Kind;
import org.stepwise.masterdata.GoodsByHand.NewGoods;
import org.stepwise.masterdata.MasterData;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.NewPrice;
import org.stepwise.masterdata.Products.NewProduct;
import org.stepwise.masterdata.Products.NewTaxRate;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.StatementCount;
import org.stepwise.testkit.TestCompany;

/** The lines of a document are looked up together, with the price and the tax of its day. */
class CatalogueTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final int MANY = 20;

    @OnBothDatabases
    void pricesAndTaxesAreThoseOfTheDay(Database.Kind kind) {
        try (var company = company(kind, new StatementCount())) {
            tax(company, "19", MONDAY);
            tax(company, "20", MONDAY.plusDays(7));
            var chai = product(company, "CHAI", "VAT");
            var book = product(company, "BOOK", null);
            price(company, chai, "18", MONDAY);
            price(company, chai, "21", MONDAY.plusDays(7));
            var data = company.service(MasterData.class);

            var monday = company.as(() -> data.products(List.of(chai, book, chai), MONDAY.plusDays(6)));
            assertThat(monday).containsOnlyKeys(chai, book);
            assertThat(monday.get(chai).product().code()).isEqualTo("CHAI");
            assertThat(monday.get(chai).price()).isEqualByComparingTo("18");
            assertThat(monday.get(chai).taxPercent()).isEqualByComparingTo("19");
            assertThat(monday.get(book).price()).isNull();
            assertThat(monday.get(book).taxPercent()).isZero();
            var later = company.as(() -> data.products(List.of(chai), MONDAY.plusDays(7)));
            assertThat(later.get(chai).price()).isEqualByComparingTo("21");
            assertThat(later.get(chai).taxPercent()).isEqualByComparingTo("20");
            assertThat(company.as(() -> data.taxPercents(List.of("VAT"), MONDAY)))
                    .containsOnlyKeys("VAT");

            var before = MONDAY.minusDays(1);
            assertThat(company.as(() -> data.products(List.of(chai, new Id(7)))))
                    .containsOnlyKeys(chai);
            refused(company, "masterdata.product.unknown", () -> data.product(new Id(7)));
            assertThat(company.as(() -> data.products(List.of(chai), before))
                            .get(chai)
                            .taxPercent())
                    .isNull();
            refused(company, "masterdata.tax-code.unknown", () -> data.taxPercents(List.of("VAT"), before));
        }
    }

    @OnBothDatabases
    void manyLinesTakeNoMoreStatementsThanOne(Database.Kind kind) {
        var count = new StatementCount();
        try (var company = company(kind, count)) {
            tax(company, "19", MONDAY);
            var products = IntStream.rangeClosed(1, MANY)
                    .mapToObj(number -> product(company, "P" + number, "VAT"))
                    .toList();
            var one = receiving(count, company, products.subList(0, 1));
            var many = receiving(count, company, products);
            // The embedded database is asked for one product at a time: it would scan the table for a list. Once for
            // what products are, and once more for what names them for the first time.
            int more = kind == Database.Kind.DERBY ? 2 * (MANY - 1) : 0;
            assertThat(many).as("%s", many).hasSize(one.size() + more);
        }
    }

    /** Whatever follows from an earlier receipt is noted at any time. */
    private static List<String> receiving(StatementCount count, TestCompany company, List<Id> products) {
        var heard = new ArrayList<>(count.during(() -> receive(company, products), "masterdata"));
        heard.removeIf(statement -> statement.contains("product_use"));
        return heard;
    }

    private static TestCompany company(Database.Kind kind, StatementCount count) {
        return new TestCompany(
                Platform.on(kind).around(Database.class, count::around).start(), "rest");
    }

    private static void tax(TestCompany company, String percent, LocalDate from) {
        company.as(() -> {
            company.service(Products.class)
                    .setTaxCode(new NewTaxRate("VAT", "Value added tax", new BigDecimal(percent), from));
            return null;
        });
    }

    private static Id product(TestCompany company, String code, String taxCode) {
        return company.as(() -> company.service(Products.class)
                .record(new NewProduct(code, code, null, "PCE", "GOODS", taxCode, true)));
    }

    private static void price(TestCompany company, Id product, String price, LocalDate from) {
        company.as(() -> {
            company.service(Products.class).setPrice(product, new NewPrice(new BigDecimal(price), from));
            return null;
        });
    }

    private static Id receive(TestCompany company, List<Id> products) {
        var lines = products.stream()
                .map(product -> new GoodsByHand.Line(product, BigDecimal.ONE, BigDecimal.TEN))
                .toList();
        return company.as(
                () -> company.service(GoodsByHand.class).record(new NewGoods(Kind.OPENING, MONDAY, null, null, lines)));
    }

    private static void refused(TestCompany company, String code, Supplier<?> query) {
        assertThatThrownBy(() -> company.as(query))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
