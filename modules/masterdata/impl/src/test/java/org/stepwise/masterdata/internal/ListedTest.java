package org.stepwise.masterdata.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.masterdata.CompanyLanguage;
import org.stepwise.masterdata.MasterData;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.Parties.NewParty;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.NewProduct;
import org.stepwise.masterdata.StandardLists;
import org.stepwise.masterdata.StandardLists.Standard;
import org.stepwise.masterdata.record.Category;
import org.stepwise.masterdata.record.Country;
import org.stepwise.masterdata.record.Currency;
import org.stepwise.masterdata.record.PaymentTerm;
import org.stepwise.masterdata.record.Unit;
import org.stepwise.record.RecordService;
import org.stepwise.record.Records;
import org.stepwise.testkit.MovableClock;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;
import org.stepwise.web.Column;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Register;

/** What was typed freely is one of a list as soon as the company has begun the list. */
class ListedTest {
    private static final List<String> LANGUAGES = List.of("en", "de", "nl", "ru", "az");
    private static final Set<String> SAID_BY_THE_PLATFORM = Set.of("code", "name", "archived");

    @OnBothDatabases
    void unitsAndCategoriesAreChosenOnceTheyAreListed(Database.Kind kind) {
        try (var company = company(kind)) {
            var old = product(company, "OLD", "pce", "Tea");
            record(company, Unit.class, new Unit("kg", "Kilogram"));
            var coffee = record(company, Category.class, new Category("Coffee", "Coffee", null));

            assertThat(refused(company, "masterdata.input.invalid", () -> product(company, "NEW", "BOX", "Cake")))
                    .containsOnlyKeys("unit", "category");
            // What was named before there was a list counts as known.
            product(company, "LIKE", "PCE", "Tea");
            product(company, "BEAN", "kg", "Coffee");
            assertThat(refused(
                            company,
                            "masterdata.input.invalid",
                            () -> record(company, Category.class, new Category("Decaf", "Without", "Coffe"))))
                    .containsOnlyKeys("within");

            archive(company, Category.class, coffee);
            assertThat(refused(company, "masterdata.input.invalid", () -> product(company, "MORE", "KG", "Coffee")))
                    .containsOnlyKeys("category");
            var bean = company.as(() -> company.service(MasterData.class).productByCode("BEAN"))
                    .orElseThrow()
                    .id();
            change(company, bean, new NewProduct("BEAN", "Beans", "Coffee", "KG", "GOODS", null, true));
            change(company, old, new NewProduct("OLD", "Older", "Tea", "PCE", "GOODS", null, true));
            assertThat(company.as(() ->
                                    register(company, "categories").find(coffee).view())
                            .toString())
                    .contains("masterdata.products", bean.toString());
        }
    }

    @OnBothDatabases
    void countriesAreThoseOfTheWorldUntilTheCompanyListsItsOwn(Database.Kind kind) {
        try (var company = company(kind)) {
            company.as(() -> {
                company.service(CompanyLanguage.class).set("de");
                return null;
            });
            party(company, "A", "de");
            refused(company, "masterdata.input.invalid", () -> party(company, "X", "XK"));
            int taken = take(company, Standard.COUNTRIES);
            assertThat(taken).isGreaterThan(200);
            assertThat(take(company, Standard.COUNTRIES)).isZero();
            var germany = company.as(() -> records(company, Country.class).byCode("DE"))
                    .orElseThrow();
            assertThat(germany.now().name()).isEqualTo("Deutschland");
            assertThat(company.as(() -> register(company, "countries").list(ListQuery.first(500)))
                            .items())
                    .hasSize(taken);

            record(company, Country.class, new Country("XK", "Kosovo"));
            party(company, "X", "XK");
            archive(company, Country.class, germany.id());
            assertThat(refused(company, "masterdata.input.invalid", () -> party(company, "B", "DE")))
                    .containsOnlyKeys("country");
        }
    }

    @OnBothDatabases
    void currenciesAreTakenOverWithTheirDigits(Database.Kind kind) {
        try (var company = company(kind)) {
            assertThat(take(company, Standard.CURRENCIES)).isGreaterThan(100);
            assertThat(company.as(() -> records(company, Currency.class).byCode("JPY"))
                            .orElseThrow()
                            .now()
                            .digits())
                    .isZero();
            assertThat(company.as(() -> records(company, Currency.class).byCode("DEM")))
                    .as("no money of today")
                    .isEmpty();
            assertThat(refused(
                            company,
                            "masterdata.input.invalid",
                            () -> record(company, Currency.class, new Currency("E1", "Odd", 5))))
                    .containsOnlyKeys("code", "digits");
        }
    }

    @OnBothDatabases
    void aDiscountOfAPaymentTermIsWhole(Database.Kind kind) {
        try (var company = company(kind)) {
            record(company, PaymentTerm.class, new PaymentTerm("30D", "30 days", 30, 10, new BigDecimal("2")));
            record(company, PaymentTerm.class, new PaymentTerm("NOW", "At once", 0, null, null));
            assertThat(refused(
                            company,
                            "masterdata.input.invalid",
                            () -> record(company, PaymentTerm.class, new PaymentTerm("X", "X", 30, 10, null))))
                    .containsOnlyKeys("discountPercent");
            assertThat(refused(
                            company,
                            "masterdata.input.invalid",
                            () -> record(
                                    company, PaymentTerm.class, new PaymentTerm("X", "X", 30, 31, BigDecimal.ONE))))
                    .containsOnlyKeys("discountDays");
            refused(
                    company,
                    "masterdata.payment-term.code-taken",
                    () -> record(company, PaymentTerm.class, new PaymentTerm("NOW", "Again", 0, null, null)));
        }
    }

    @OnBothDatabases
    void everyListIsSaidInAllLanguages(Database.Kind kind) throws Exception {
        try (var company = company(kind)) {
            var described = company.services(Register.class).stream()
                    .filter(register -> register.description().verbs().stream()
                            .anyMatch(verb -> verb.name().equals("archive")))
                    .toList();
            assertThat(described).hasSize(5);
            for (var language : LANGUAGES) {
                var texts = texts(language);
                for (var register : described) {
                    var plural = register.description().plural();
                    assertThat(texts).contains(plural + ".title");
                    assertThat(texts)
                            .as(language)
                            .containsAll(register.description().columns().stream()
                                    .map(Column::name)
                                    .filter(name -> !SAID_BY_THE_PLATFORM.contains(name))
                                    .map(name -> plural + "." + name)
                                    .toList());
                }
            }
        }
    }

    /** On a class path the texts of all bundles have the same name. */
    private static Set<String> texts(String language) throws IOException {
        var keys = new HashSet<String>();
        for (var file :
                Collections.list(PaymentTerm.class.getClassLoader().getResources("web/i18n/" + language + ".json"))) {
            new ObjectMapper().readTree(file.openStream()).fieldNames().forEachRemaining(keys::add);
        }
        return keys;
    }

    private static TestCompany company(Database.Kind kind) {
        return new TestCompany(
                Platform.on(kind).at(MovableClock.on(LocalDate.of(2026, 3, 2))).start(), "rest");
    }

    private static <T extends Record> Records<T> records(TestCompany company, Class<T> type) {
        return company.service(RecordService.class).of(type);
    }

    private static <T extends Record> Id record(TestCompany company, Class<T> type, T wanted) {
        return company.as(() -> records(company, type).record(wanted));
    }

    private static <T extends Record> void archive(TestCompany company, Class<T> type, Id id) {
        company.as(() -> {
            records(company, type).archive(id, -1);
            return null;
        });
    }

    private static Register register(TestCompany company, String plural) {
        return company.services(Register.class).stream()
                .filter(each -> each.description().plural().equals(plural))
                .findFirst()
                .orElseThrow();
    }

    private static int take(TestCompany company, Standard list) {
        return company.as(() -> company.service(StandardLists.class).take(list));
    }

    private static Id product(TestCompany company, String code, String unit, String category) {
        var wanted = new NewProduct(code, code, category, unit, "GOODS", null, true);
        return company.as(() -> company.service(Products.class).record(wanted));
    }

    private static void change(TestCompany company, Id product, NewProduct to) {
        company.as(() -> {
            company.service(Products.class).change(product, -1, to);
            return null;
        });
    }

    private static Id party(TestCompany company, String code, String country) {
        var wanted = new NewParty(code, code, true, false, false, false, null, null, null, null, null, null, country);
        return company.as(() -> company.service(Parties.class).record(wanted));
    }

    private static Map<String, String> refused(TestCompany company, String code, Supplier<?> work) {
        var fields = new HashMap<String, String>();
        assertThatThrownBy(() -> company.as(work)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            fields.putAll(refusal.fields());
        });
        return fields;
    }
}
