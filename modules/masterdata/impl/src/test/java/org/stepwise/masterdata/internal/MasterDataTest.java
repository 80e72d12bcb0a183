package org.stepwise.masterdata.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwise.testkit.Eventually.eventually;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.error.Refusal;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.log.guard.BusinessDates;
import org.stepwise.masterdata.CompanyLanguage;
import org.stepwise.masterdata.MasterData;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.Parties.Erasure;
import org.stepwise.masterdata.Parties.NewParty;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.NewPrice;
import org.stepwise.masterdata.Products.NewProduct;
import org.stepwise.masterdata.Products.NewTaxRate;
import org.stepwise.masterdata.internal.party.PartyRegister;
import org.stepwise.masterdata.internal.product.ProductRegister;
import org.stepwise.module.Modules;
import org.stepwise.module.Verbs;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.security.Companies;
import org.stepwise.security.PersonalKeys;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.warehouse.event.GoodsReceived;
import org.stepwise.warehouse.event.ReceiptLine;
import org.stepwise.web.ListQuery;
import org.stepwise.web.ListQuery.Filter;
import org.stepwise.web.ListQuery.Operator;

/** A fresh installation founds its company, which then records whom it trades with, and what, and at which price. */
class MasterDataTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final int MANY = 250;

    @OnBothDatabases
    void aFreshInstallationFoundsOneCompanyAndItIsTheFirstFactOfItsLog(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            var desk = new Desk(platform);
            assertThat(platform.service(Companies.class).all()).hasSize(1);
            var company = desk.as(() -> platform.service(MasterData.class).company());
            assertThat(company.name()).isEqualTo("My company");
            assertThat(company.currency()).isEqualTo("EUR");
            assertThat(platform.service(Deliveries.class).tail(desk.company(), 100, line -> true))
                    .extracting(Deliveries.Line::type)
                    .containsExactly("masterdata.company-founded");
        }
    }

    /** A row may be sent again with something else that is not its module's, such as an attribute. */
    @OnBothDatabases
    void aChangeThatChangesNothingIsNoFact(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            var desk = new Desk(platform);
            var acme = desk.party("ACME", "Acme Ltd", false, "de");
            var chai = desk.product("CHAI", null);
            var before = platform.service(Deliveries.class).tail(desk.company(), 100, line -> true);
            desk.as(() -> {
                platform.service(Parties.class).change(acme, -1, desk.wanted("ACME", " Acme Ltd", false, "de"));
                platform.service(Products.class)
                        .change(chai, -1, new NewProduct("CHAI", "CHAI", null, "pce", "GOODS", null, true));
                return null;
            });
            assertThat(platform.service(Deliveries.class).tail(desk.company(), 100, line -> true))
                    .isEqualTo(before);
        }
    }

    @OnBothDatabases
    void partiesAndProductsAreFoundByCodeAndListed(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            var desk = new Desk(platform);
            var acme = desk.party("ACME", "Acme Ltd", false, "de");
            var chai = desk.product("CHAI", null);
            var parties = platform.service(PartyRegister.class);
            var products = platform.service(ProductRegister.class);
            desk.as(() -> {
                var data = platform.service(MasterData.class);
                assertThat(data.partyByCode("ACME")).hasValueSatisfying(party -> {
                    assertThat(party.id()).isEqualTo(acme);
                    assertThat(party.country()).isEqualTo("DE");
                    assertThat(party.roles()).isEqualTo("CUSTOMER");
                });
                assertThat(data.productByCode("CHAI").orElseThrow().id()).isEqualTo(chai);
                assertThat(parties.list(ListQuery.first(10)).items())
                        .singleElement()
                        .satisfies(row -> assertThat(row).containsEntry("code", "ACME"));
                desk.price(chai, "18", MONDAY);
                desk.price(chai, "19.5", MONDAY.plusDays(7));
                assertThat(products.list(ListQuery.first(10)).items())
                        .singleElement()
                        .satisfies(row -> assertThat(row)
                                .containsEntry("listPrice", "18")
                                .containsEntry("nextPrice", "19.5")
                                .containsEntry("nextPriceFrom", "2026-03-09"));
                platform.clock().moveTo(MONDAY.plusDays(7));
                assertThat(products.find(chai).view())
                        .hasFieldOrPropertyWithValue("listPrice", new BigDecimal("19.500000"))
                        .hasFieldOrPropertyWithValue("nextPrice", null);
                platform.clock().moveTo(MONDAY);
                assertThat(data.price(chai, MONDAY.minusDays(1))).isEmpty();
                assertThat(data.price(chai, MONDAY.plusDays(6)))
                        .hasValueSatisfying(price -> assertThat(price).isEqualByComparingTo("18"));
                assertThat(data.price(chai, MONDAY.plusDays(7)))
                        .hasValueSatisfying(price -> assertThat(price).isEqualByComparingTo("19.5"));
                return null;
            });
        }
    }

    @OnBothDatabases
    void whatBreaksARuleIsRefused(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            var desk = new Desk(platform);
            var products = platform.service(Products.class);
            desk.party("ACME", "Acme Ltd", false, "DE");
            var chai = desk.product("CHAI", null);
            desk.price(chai, "18", MONDAY);
            desk.refused("masterdata.party.code-taken", () -> desk.party("ACME", "Other", false, "DE"));
            desk.refused("masterdata.input.invalid", () -> desk.party("X", "X", false, "XX"));
            desk.refused("masterdata.input.invalid", () -> desk.party("X", " ", false, "DE"));
            desk.refused("masterdata.input.invalid", () -> desk.party("X\u0000", "X", false, "DE"));
            desk.refused("masterdata.product.code-taken", () -> desk.product("CHAI", null));
            desk.refused("masterdata.tax-code.unknown", () -> desk.product("TOFU", "VAT"));
            desk.refused("masterdata.input.invalid", () -> desk.price(chai, "-1", MONDAY));
            desk.refused("masterdata.product.unknown", () -> desk.price(new Id(7), "17", MONDAY));
            desk.refused(
                    "masterdata.input.invalid",
                    () -> products.setTaxCode(new NewTaxRate("VAT", "VAT", new BigDecimal("101"), MONDAY)));
            desk.as(() -> {
                products.setTaxCode(new NewTaxRate("VAT", "VAT", new BigDecimal("19"), MONDAY));
                return null;
            });
            desk.price(chai, "18.25", MONDAY);
            assertThat(desk.as(() -> platform.service(MasterData.class)
                            .price(chai, MONDAY)
                            .orElseThrow()))
                    .isEqualByComparingTo("18.25");
        }
    }

    @OnBothDatabases
    void listsAreSortedAndSearchedByTheLanguageOfTheCompany(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            var desk = new Desk(platform);
            var language = platform.service(CompanyLanguage.class);
            desk.party("A", "Zeynəb", true, "AZ");
            var ali = desk.party("B", "Əliyev", true, "AZ");
            desk.party("C", "İstanbul Ticarət", false, "TR");
            desk.party("D", "Fərid", true, "AZ");
            desk.as(() -> {
                language.set("az");
                return null;
            });
            assertThat(desk.as(language::get)).isEqualTo("az");
            assertThat(desk.parties("name", "")).containsExactly("Əliyev", "Fərid", "İstanbul Ticarət", "Zeynəb");
            assertThat(desk.parties("name", "ƏLİYEV")).containsExactly("Əliyev");
            assertThat(desk.parties("-name", "istanbul")).containsExactly("İstanbul Ticarət");
            assertThat(desk.parties("name", "ISTANBUL")).isEmpty();
            desk.refused("masterdata.company.language-unknown", () -> language.set("fr"));
            desk.as(() -> {
                language.set("de");
                platform.service(Parties.class).erase(ali, new Erasure("asked for it"));
                return null;
            });
            assertThat(desk.parties("name", "ISTANBUL")).containsExactly("İstanbul Ticarət");
            assertThat(platform.service(Sql.class)
                            .list(
                                    row -> row.getString(1) + row.getString(2) + row.getBytes(3),
                                    "SELECT name, name_folded, name_key FROM masterdata.party WHERE id = ?",
                                    ali))
                    .as("what is folded tells of a person too")
                    .containsExactly("nullnullnull");
        }
    }

    @Law(17)
    @OnBothDatabases
    void anErasedPersonIsGoneForGoodAndTheRowStays(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            var desk = new Desk(platform);
            var parties = platform.service(Parties.class);
            var ada = desk.party("ADA", "Ada Lovelace", true, "GB");
            desk.as(() -> {
                parties.erase(ada, new Erasure("asked for it"));
                return null;
            });
            desk.as(() -> {
                assertThat(platform.service(MasterData.class).party(ada).name()).isEmpty();
                assertThat(platform.service(PersonalKeys.class).find(desk.company(), ada))
                        .isEmpty();
                return null;
            });
            desk.refused("masterdata.party.erased", () -> parties.erase(ada, new Erasure("again")));
            desk.refused(
                    "masterdata.party.erased", () -> parties.change(ada, -1, desk.wanted("ADA", "Ada", true, "GB")));
        }
    }

    /** The pool closes the statement that was used least when there are too many, even while it is being used. */
    @OnBothDatabases
    void goodsAreNotedOnAConnectionThatHasManyStatements(Database.Kind kind) {
        try (var platform = Platform.on(kind).start()) {
            var desk = new Desk(platform);
            var sql = platform.service(Sql.class);
            var line = new ReceiptLine(1, desk.product("CHAI", null), BigDecimal.TEN, BigDecimal.ONE);
            var received = new GoodsReceived(new Id(5000), null, null, "EUR", List.of(line));
            desk.as(() -> platform.service(Verbs.class).write("masterdata", "masterdata.product.change", () -> {
                IntStream.range(0, MANY).forEach(number -> {
                    var query = "SELECT " + number + " FROM masterdata.goods_note";
                    IntStream.range(0, 3).forEach(again -> sql.first(row -> row.getInt(1), query));
                });
                platform.service(Log.class).record("masterdata", MONDAY, received);
                return null;
            }));
            eventually(() -> assertThat(
                            sql.list(row -> row.getString(1), "SELECT kind FROM masterdata.goods_note WHERE id = 5000"))
                    .containsExactly("RECEIPT"));
        }
    }

    /** Somebody who may do everything, in the first company. */
    private static final class Desk {
        private final Platform platform;
        private final Caller caller;

        Desk(Platform platform) {
            this.platform = platform;
            var company = platform.service(Companies.class).all().get(0);
            caller = new Caller(
                    new Id(1),
                    "Ada",
                    company.id(),
                    "rest",
                    ZoneOffset.UTC,
                    Locale.ENGLISH,
                    Set.of("*", BusinessDates.FUTURE));
            eventually(() -> assertThat(as(() -> platform.service(Modules.class).find(company(), "masterdata"))
                            .state())
                    .isEqualTo(Modules.State.ON));
        }

        Id company() {
            return caller.company();
        }

        <T> T as(Supplier<T> work) {
            return platform.service(Callers.class).as(caller, work);
        }

        /** The names of those that have this part in theirs. */
        List<Object> parties(String sort, String part) {
            var query = new ListQuery(7, null, List.of(sort), List.of(new Filter("name", Operator.CONTAINS, part)));
            return as(() -> platform.service(PartyRegister.class).list(query)).items().stream()
                    .map(row -> row.get("name"))
                    .toList();
        }

        NewParty wanted(String code, String name, boolean natural, String country) {
            return new NewParty(code, name, true, false, false, natural, null, null, null, null, null, null, country);
        }

        Id party(String code, String name, boolean natural, String country) {
            return as(() -> platform.service(Parties.class).record(wanted(code, name, natural, country)));
        }

        Id product(String code, String taxCode) {
            return as(() -> platform.service(Products.class)
                    .record(new NewProduct(code, code, null, "PCE", "GOODS", taxCode, true)));
        }

        void price(Id product, String price, LocalDate from) {
            as(() -> {
                platform.service(Products.class).setPrice(product, new NewPrice(new BigDecimal(price), from));
                return null;
            });
        }

        void refused(String code, Runnable verb) {
            assertThatThrownBy(() -> as(() -> {
                        verb.run();
                        return List.of();
                    }))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
        }
    }
}
