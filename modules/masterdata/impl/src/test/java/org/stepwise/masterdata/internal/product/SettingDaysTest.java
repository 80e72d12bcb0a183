package org.stepwise.masterdata.internal.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.crm.event.OrderLine;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.log.Days;
import org.stepwise.masterdata.MasterData;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.FromDay;
import org.stepwise.masterdata.Products.NewPrice;
import org.stepwise.masterdata.Products.NewProduct;
import org.stepwise.masterdata.Products.NewTaxRate;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Register;

/** Somebody types 2206-12-01 for 2026-12-01; what nothing has used yet can be taken back. */
class SettingDaysTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate NEVER = LocalDate.of(2206, 12, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Law(7)
    @OnBothDatabases
    void aPriceThatNothingUsedCanBeReplacedAndWithdrawn(Database.Kind kind) {
        try (var company = company(kind)) {
            var chai = product(company, "CHAI");
            price(company, chai, "12", MONDAY);
            price(company, chai, "15", NEVER);
            price(company, chai, "13", APRIL);
            price(company, chai, "14", APRIL);
            assertThat(row(company, "masterdata.products", "code", "CHAI"))
                    .containsEntry("listPrice", "12")
                    .containsEntry("nextPrice", "14")
                    .containsEntry("nextPriceFrom", "2026-04-01");
            withdrawPrice(company, chai, NEVER);
            withdrawPrice(company, chai, APRIL);
            refused("masterdata.price.unknown", () -> withdrawPrice(company, chai, APRIL));
            assertThat(row(company, "masterdata.products", "code", "CHAI"))
                    .containsEntry("listPrice", "12")
                    .containsEntry("nextPrice", null);
            assertThat(company.as(() -> company.service(MasterData.class).price(chai, NEVER.plusDays(1))))
                    .hasValueSatisfying(price -> assertThat(price).isEqualByComparingTo("12"));
        }
    }

    @Law(7)
    @OnBothDatabases
    void aPriceIsBehindWhenAnOrderOfItsDayAskedForThatProduct(Database.Kind kind) {
        try (var company = company(kind)) {
            var chai = product(company, "CHAI");
            var tofu = product(company, "TOFU");
            price(company, chai, "12", MONDAY);
            price(company, tofu, "7", MONDAY);
            price(company, chai, "12.50", MONDAY);
            company.record("crm", MONDAY.plusDays(2), order(chai, "VAT"));
            refused("masterdata.price.behind", () -> price(company, chai, "13", MONDAY));
            refused("masterdata.price.behind", () -> price(company, chai, "13", MONDAY.plusDays(2)));
            refused("masterdata.price.behind", () -> withdrawPrice(company, chai, MONDAY));
            price(company, chai, "13", MONDAY.plusDays(3));
            price(company, tofu, "8", MONDAY.plusDays(1));
            withdrawPrice(company, tofu, MONDAY.plusDays(1));
        }
    }

    @Law(7)
    @OnBothDatabases
    void aDayThatIsOverMayHaveUsedAnyPriceThatHeld(Database.Kind kind) {
        try (var company = company(kind)) {
            var chai = product(company, "CHAI");
            price(company, chai, "12", MONDAY.plusDays(1));
            ended(company, MONDAY.plusDays(3));
            refused("masterdata.price.behind", () -> price(company, chai, "13", MONDAY.plusDays(2)));
            refused("masterdata.price.behind", () -> withdrawPrice(company, chai, MONDAY.plusDays(1)));
            price(company, chai, "11", MONDAY);
            price(company, chai, "13", MONDAY.plusDays(3));
            price(company, product(company, "NEW"), "1", MONDAY);
        }
    }

    @Law(7)
    @OnBothDatabases
    void aRateThatNothingUsedCanBeReplacedAndWithdrawn(Database.Kind kind) {
        try (var company = company(kind)) {
            var chai = product(company, "CHAI");
            rate(company, "VAT", "19", MONDAY);
            rate(company, "LOW", "7", MONDAY);
            rate(company, "VAT", "91", NEVER);
            rate(company, "VAT", "21", APRIL);
            assertThat(row(company, "masterdata.tax-codes", "validFrom", "2206-12-01"))
                    .containsEntry("state", "COMING");
            withdrawRate(company, "VAT", NEVER);
            refused("masterdata.tax-code.unknown", () -> withdrawRate(company, "VAT", NEVER));
            company.record("crm", APRIL, order(chai, "VAT"));
            refused("masterdata.tax-code.behind", () -> withdrawRate(company, "VAT", APRIL));
            refused("masterdata.tax-code.behind", () -> rate(company, "VAT", "20", APRIL));
            rate(company, "LOW", "8", APRIL);
            rate(company, "VAT", "20", APRIL.plusDays(1));
            assertThat(row(company, "masterdata.tax-codes", "percent", "19")).containsEntry("state", "NOW");
            company.platform().clock().moveTo(APRIL);
            assertThat(row(company, "masterdata.tax-codes", "percent", "19")).containsEntry("state", "PAST");
            assertThat(row(company, "masterdata.tax-codes", "percent", "21")).containsEntry("state", "NOW");
        }
    }

    private static TestCompany company(Database.Kind kind) {
        return new TestCompany(Platform.on(kind).start(), "rest");
    }

    private static void ended(TestCompany company, LocalDate before) {
        company.as(() -> {
            company.service(Days.class).endBefore(before);
            return null;
        });
    }

    private static Id product(TestCompany company, String code) {
        return company.as(() ->
                company.service(Products.class).record(new NewProduct(code, code, null, "PCE", "GOODS", null, true)));
    }

    private static void price(TestCompany company, Id product, String price, LocalDate from) {
        company.as(() -> {
            company.service(Products.class).setPrice(product, new NewPrice(new BigDecimal(price), from));
            return null;
        });
    }

    private static void withdrawPrice(TestCompany company, Id product, LocalDate from) {
        company.as(() -> {
            company.service(Products.class).withdrawPrice(product, new FromDay(from));
            return null;
        });
    }

    private static void rate(TestCompany company, String code, String percent, LocalDate from) {
        company.as(() -> {
            company.service(Products.class).setTaxCode(new NewTaxRate(code, code, new BigDecimal(percent), from));
            return null;
        });
    }

    /** As a browser does it: by the row of the list. */
    private static void withdrawRate(TestCompany company, String code, LocalDate from) {
        company.as(() -> {
            register(company, "masterdata.tax-codes").act(Id.named(code, from), "withdraw", -1, null);
            return null;
        });
    }

    private static OrderConfirmed order(Id product, String taxCode) {
        var ten = BigDecimal.TEN;
        var line = new OrderLine(1, product, true, ten, "PCE", ten, BigDecimal.ZERO, ten, taxCode, ten, null);
        return new OrderConfirmed(
                new Id(77), null, new Id(1), null, MONDAY, null, "EUR", BigDecimal.ZERO, List.of(line), false, null);
    }

    private static Map<String, Object> row(TestCompany company, String list, String column, String value) {
        return company
                .as(() -> register(company, list).list(ListQuery.first(100)).items())
                .stream()
                .filter(row -> value.equals(row.get(column)))
                .findFirst()
                .orElseThrow();
    }

    private static Register register(TestCompany company, String list) {
        return company.services(Register.class).stream()
                .filter(one -> one.description().name().equals(list))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(String code, Runnable verb) {
        assertThatThrownBy(verb::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
