package org.stepwise.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.stepwise.attributes.AttributeDefinitions;
import org.stepwise.attributes.AttributeDefinitions.NewAttribute;
import org.stepwise.attributes.AttributeType;
import org.stepwise.crm.OrderService;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.error.Refusal;
import org.stepwise.log.Log;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.Parties.NewParty;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.NewPrice;
import org.stepwise.masterdata.Products.NewProduct;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;
import org.stepwise.web.Description;
import org.stepwise.web.OpenRegisters;
import org.stepwise.web.internal.draft.DraftPages;
import org.stepwise.web.internal.draft.Drafts;
import org.stepwise.web.internal.draft.Entered;

/** Forms of all modules that somebody began to fill in: kept by the platform until they are recorded. */
class DraftsOfFormsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    /** What answers requests, and needs what a server has. */
    private static final List<String> HTTP =
            List.of("http", "intake", "live", "operation", "rest", "resource", "screen", "server");

    private static final String ORDERS = "crm.orders";

    private final ObjectMapper mapper = new ObjectMapper();
    private TestCompany company;

    @AfterEach
    void close() {
        company.close();
    }

    @OnBothDatabases
    void everyListInWhichSomethingCanBeCreatedKeepsDrafts(Database.Kind kind) {
        open(kind);
        List.of("warehouse", "accounting").forEach(company::enable);
        long before = company.service(Log.class).last();
        var forms = company.as(() -> company.service(OpenRegisters.class).descriptions()).stream()
                .filter(each -> each.create() != null)
                .map(Description::name)
                .toList();
        assertThat(forms)
                .contains(
                        ORDERS,
                        "masterdata.parties",
                        "masterdata.units",
                        "warehouse.receipts",
                        "warehouse.returns",
                        "accounting.journals",
                        "accounting.payments",
                        "attributes.definitions");
        for (var form : forms) {
            var draft = keep(form, "{}");
            assertThatThrownBy(
                            () -> company.as(() -> company.service(Drafts.class).record(form, draft, -1)))
                    .as(form)
                    .isInstanceOf(Refusal.class);
            assertThat(find(form, draft).register()).isEqualTo(form);
        }
        assertThat(company.as(() -> company.service(DraftPages.class).own(null)).count())
                .isEqualTo(forms.size());
        assertThat(company.service(Log.class).last()).as("none is a fact").isEqualTo(before);
    }

    @Law(2)
    @OnBothDatabases
    void aPurgeOfTheModuleLeavesThem(Database.Kind kind) {
        open(kind);
        var customer = party("ADA", false);
        var draft = keep(ORDERS, order(customer, product(), "for spring"));
        company.disable("crm");
        company.purge("crm");
        refused(() -> company.service(Drafts.class).record(ORDERS, draft, -1), "erp.module.not-on");
        company.enable("crm");
        assertThat(find(ORDERS, draft).values().path("reference").asText()).isEqualTo("for spring");

        var order = company.as(() -> company.service(Drafts.class).record(ORDERS, draft, -1));

        assertThat(company.as(() -> company.service(OpenRegisters.class).find(ORDERS, order))
                        .view())
                .isNotNull();
        refused(() -> company.service(DraftPages.class).find(ORDERS, draft), "erp.draft.unknown");
    }

    @OnBothDatabases
    void aReceiptThatIsNumberedIsRecordedWithItsNumber(Database.Kind kind) {
        open(kind);
        company.enable("warehouse");
        var receipt = keep(
                "warehouse.receipts",
                "{'supplier':null,'lines':[{'product':'" + product() + "','quantity':'5','unitCost':'1'}]}");

        var made = company.as(() -> company.service(Drafts.class).record("warehouse.receipts", receipt, -1));

        var view = company.as(() -> company.service(OpenRegisters.class).find("warehouse.receipts", made));
        assertThat(view.view().toString()).contains("GR-000001");
    }

    @OnBothDatabases
    void customAttributesArePartOfTheForm(Database.Kind kind) {
        open(kind);
        company.as(() -> {
            var attribute = NewAttribute.of("masterdata.parties", "colour", AttributeType.TEXT);
            company.service(AttributeDefinitions.class).define(attribute, DAY);
            return null;
        });
        var draft = keep("masterdata.parties", "{'code':'BOB','name':'Bob','customer':true,'attributes_colour':'red'}");
        assertThat(find("masterdata.parties", draft).complaints()).isEmpty();

        var party = company.as(() -> company.service(Drafts.class).record("masterdata.parties", draft, -1));

        var view = company.as(() -> company.service(OpenRegisters.class).find("masterdata.parties", party));
        assertThat(view.view().toString()).contains("attributes_colour=red");
    }

    @Law(1)
    @OnBothDatabases
    void aCompanySeesItsOwn(Database.Kind kind) {
        open(kind);
        var draft = keep("masterdata.parties", "{'code':'BOB'}");
        var other = TestCompany.founded(company.platform(), "Other", "rest");
        assertThat(other.as(() -> company.service(DraftPages.class).of("masterdata.parties", null, DraftPages.PAGE))
                        .items())
                .isEmpty();
        assertThatThrownBy(
                        () -> other.as(() -> company.service(DraftPages.class).find("masterdata.parties", draft)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> other.as(() -> {
                    company.service(Drafts.class).deleteOwn(draft);
                    return null;
                }))
                .isInstanceOf(Refusal.class);
    }

    @Law(17)
    @OnBothDatabases
    void whatNamesSomebodyGoesWhenHeIsErased(Database.Kind kind) {
        open(kind);
        company.enable("warehouse");
        var ada = party("ADA", true);
        var bob = party("BOB", true);
        var product = product();
        var ofAda = keep(ORDERS, order(ada, product, "her birthday"));
        var ofBob = keep(ORDERS, order(bob, product, "his"));
        var order = company.as(
                () -> company.service(Drafts.class).record(ORDERS, keep(ORDERS, order(ada, product, null)), -1));
        company.as(() -> {
            company.service(OrderService.class).confirm(order, -1, DAY);
            return null;
        });
        company.settle();
        var delivery = keep("warehouse.deliveries", "{'order':'" + order + "'}");

        company.as(() -> {
            company.service(Parties.class).erase(ada, new Parties.Erasure("asked to be forgotten"));
            return null;
        });

        refused(() -> company.service(DraftPages.class).find(ORDERS, ofAda), "erp.draft.unknown");
        refused(() -> company.service(DraftPages.class).find("warehouse.deliveries", delivery), "erp.draft.unknown");
        assertThat(find(ORDERS, ofBob).values().path("reference").asText()).isEqualTo("his");
        assertThat(count("web.draft_piece")).isEqualTo(1);
        refused(
                () -> company.service(Drafts.class).keep(ORDERS, entered(order(ada, product, "again"))),
                "erp.person.erased");
    }

    private static String order(Id customer, Id product, String reference) {
        var named = reference == null ? "" : "'reference':'" + reference + "',";
        return "{'customer':'" + customer + "'," + named + "'lines':[{'product':'" + product + "','quantity':'2'}]}";
    }

    private void open(Database.Kind kind) {
        var platform = Platform.on(kind);
        HTTP.forEach(part -> platform.without("org.stepwise.web.internal." + part));
        company = new TestCompany(platform.start(), "rest");
        company.enable("crm");
    }

    private Entered entered(String values) {
        try {
            return Entered.parse(mapper.readTree("{\"values\":" + values.replace('\'', '"') + "}"));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private Id keep(String form, String values) {
        return company.as(
                () -> company.service(Drafts.class).keep(form, entered(values)).id());
    }

    private DraftPages.Draft find(String form, Id draft) {
        return company.as(() -> company.service(DraftPages.class).find(form, draft));
    }

    private void refused(Supplier<?> work, String code) {
        assertThatThrownBy(() -> company.as(work))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private long count(String table) {
        return company.service(Sql.class)
                .first(row -> row.getLong(1), "SELECT COUNT(*) FROM " + table)
                .map(Objects::requireNonNull)
                .orElseThrow();
    }

    private Id party(String code, boolean natural) {
        var wanted = new NewParty(
                code, code + " Lovelace", true, false, false, natural, null, null, null, null, null, null, null);
        return company.as(() -> company.service(Parties.class).record(wanted, DAY));
    }

    private Id product() {
        return company.as(() -> {
            var products = company.service(Products.class);
            var made = products.record(new NewProduct("P1", "Tea", null, "PCE", "GOODS", null, true), DAY);
            products.setPrice(made, new NewPrice(BigDecimal.TEN, DAY));
            return made;
        });
    }
}
