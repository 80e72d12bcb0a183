package org.stepwise.warehouse.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.Conflict;
import org.stepwise.error.NotFound;
import org.stepwise.error.Rejected;
import org.stepwise.input.Bounds;
import org.stepwise.module.Modules;
import org.stepwise.security.Users;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.warehouse.StockService.NewDelivery;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Register;

/** The whole way of goods through the lists and forms: opened, received, delivered in part, taken back. */
class RegistersTest {
    private static final ListQuery ALL = ListQuery.first(50);
    private static final List<String> PLURALS = List.of(
            "stock", "reservations", "movements", "openings", "receipts", "returns", "deliveries", "valuations");

    private static Register register(Company company, String plural) {
        return company.platform.services(Register.class).stream()
                .filter(register -> register.description().name().equals("warehouse." + plural))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, Object>> list(Company company, String plural) {
        company.settle();
        return company.as(() -> register(company, plural).list(ALL).items());
    }

    @OnBothDatabases
    void goodsGoThroughListsAndForms(Database.Kind kind) {
        try (var company = new Company(kind)) {
            company.product(1, "GOODS");
            company.customer();
            company.enable();
            var line = Entered.of(Map.of("product", new Id(1), "quantity", "5", "unitCost", "2"));
            company.as(() -> register(company, "openings").create(Entered.of(Map.of("on", "2026-03-01"), line)));
            company.as(() -> register(company, "receipts").create(Entered.of(Map.of("reference", "R-7"), line)));
            var order = company.order(100, Company.line(1, 1, "8"));
            company.settle();

            var part = Entered.of(Map.of("orderLine", "1", "quantity", "6"));
            var deliveries = register(company, "deliveries");
            var delivery = company.as(() -> deliveries.create(Entered.of(Map.of("order", order), part)));
            company.run(() -> deliveries.act(delivery, "post", -1, Entered.of(Map.of())));
            company.run(() -> deliveries.act(delivery, "take-back", -1, Entered.of(Map.of("reason", "late"))));

            listsTellTheStory(company);
        }
    }

    @OnBothDatabases
    void aPlannedDeliveryIsRemovedAndLeavesNothing(Database.Kind kind) {
        try (var company = new Company(kind)) {
            company.product(1, "GOODS");
            company.customer();
            company.enable();
            company.receive(1, "5", "2");
            var order = company.order(100, Company.line(1, 1, "5"));
            company.settle();
            var deliveries = register(company, "deliveries");
            var planned = company.as(() -> deliveries.create(Entered.of(Map.of("order", order))));
            var seen = company.as(() -> deliveries.find(planned)).version();
            assertThatThrownBy(
                            () -> company.run(() -> deliveries.act(planned, "discard", seen + 1, Entered.of(Map.of()))))
                    .hasMessageContaining("changed by somebody else");

            company.run(() -> deliveries.act(planned, "discard", seen, Entered.of(Map.of())));

            assertThat(list(company, "deliveries")).isEmpty();
            assertThatThrownBy(() -> company.as(() -> deliveries.find(planned))).isInstanceOf(NotFound.class);
            assertThat(company.figure(
                            "SELECT COUNT(*) FROM warehouse.document_line WHERE document = " + planned.value()))
                    .isZero();
            var posted = company.as(() -> company.stock().deliver(order, null));
            assertThatThrownBy(() -> company.run(() -> deliveries.act(posted, "discard", -1, Entered.of(Map.of()))))
                    .isInstanceOfSatisfying(Conflict.class, refused -> assertThat(refused.code())
                            .isEqualTo("warehouse.delivery.not-planned"));
        }
    }

    /** In one transaction: what is refused of its lines plans nothing. */
    @OnBothDatabases
    void aDeliveryPlannedWithTooMuchIsNotThere(Database.Kind kind) {
        try (var company = new Company(kind)) {
            company.product(1, "GOODS");
            company.customer();
            company.enable();
            var order = company.order(100, Company.line(1, 1, "5"));
            company.settle();
            var deliveries = register(company, "deliveries");
            var tooMuch = Entered.of(Map.of("orderLine", "1", "quantity", "6"));
            assertThatThrownBy(() -> company.as(() -> deliveries.create(Entered.of(Map.of("order", order), tooMuch))))
                    .hasMessageContaining("still wants 5, not 6");
            assertThat(list(company, "deliveries")).isEmpty();
        }
    }

    @OnBothDatabases
    void allThatIsWrongWithADocumentIsToldAtOnceAtEveryDoor(Database.Kind kind) {
        try (var company = new Company(kind)) {
            company.enable();
            var line = Entered.of(Map.of("quantity", "-1", "unitCost", "1"));
            var reference = "x".repeat(Bounds.REFERENCE + 1);
            var form = Entered.of(Map.of("reference", reference), line);
            assertThatThrownBy(
                            () -> company.as(() -> register(company, "receipts").create(form)))
                    .isInstanceOfSatisfying(Rejected.class, refused -> assertThat(refused.fields())
                            .containsOnlyKeys("reference", "lines[0].product", "lines[0].quantity"));
            assertThatThrownBy(
                            () -> company.as(() -> register(company, "returns").create(Entered.of(Map.of()))))
                    .isInstanceOfSatisfying(Rejected.class, refused -> assertThat(refused.fields())
                            .containsOnlyKeys("delivery", "lines"));
        }
    }

    /** Planned deliveries and holds are no facts, and nobody can bring them back. */
    @OnBothDatabases
    void whatSwitchingOffAndAPurgeWouldLoseIsSaidBefore(Database.Kind kind) {
        try (var company = new Company(kind)) {
            company.product(1, "GOODS");
            company.customer();
            company.enable();
            company.receive(1, "9", "2");
            var order = company.order(100, Company.line(1, 1, "2"));
            company.settle();
            var modules = company.service(Modules.class);
            assertThat(company.as(() -> modules.plan(company.id(), "warehouse")).losses())
                    .isEmpty();
            var ada = company.as(() -> company.service(Users.class).add("ada", "Ada", "Hj7-kfw2-ppq", "en"));
            company.by(ada, () -> company.stock().plan(NewDelivery.of(order)));
            company.by(ada, () -> {
                company.holds().hold(new Id(700), Map.of(new Id(1), BigDecimal.ONE));
                company.holds().hold(new Id(701), Map.of(new Id(1), BigDecimal.ONE));
                return null;
            });

            assertThat(company.as(() -> modules.plan(company.id(), "warehouse")).losses())
                    .containsExactly(
                            new Modules.Loss("planned deliveries", 1, false, List.of("Ada")),
                            new Modules.Loss("holds of stock for orders that are typed", 2, true, List.of("Ada")));
            company.disable();
            assertThatThrownBy(() -> company.run(() -> modules.purge(company.id(), "warehouse", "")))
                    .hasMessageContaining("loses for good 1 planned deliveries (Ada) and 2 holds");
            company.enable();
            company.as(() -> company.stock().deliver(order, null));
        }
    }

    /** Without, the first page of a company of 1,500,000 movements took half a second. */
    @OnBothDatabases
    void whatIsListedByDayHasAnIndexInThisOrder(Database.Kind kind) {
        try (var company = new Company(kind)) {
            company.enable();
            assertThat(indexes(company, kind, "movement")).contains(List.of("company", "on_date", "id"));
            assertThat(indexes(company, kind, "document")).contains(List.of("company", "kind", "on_date", "id"));
        }
    }

    /** The columns of each that is read from its smallest value. */
    private static Collection<List<String>> indexes(Company company, Database.Kind kind, String table) {
        UnaryOperator<String> name =
                text -> kind == Database.Kind.DERBY ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
        var transactions = company.service(Transactions.class);
        return transactions.call(() -> {
            Map<String, List<String>> columns = new HashMap<>();
            try (var connection = transactions.connection();
                    var rows = connection
                            .getMetaData()
                            .getIndexInfo(null, name.apply("warehouse"), name.apply(table), false, true)) {
                while (rows.next()) {
                    if ("A".equals(rows.getString("ASC_OR_DESC"))) {
                        columns.computeIfAbsent(rows.getString("INDEX_NAME"), index -> new ArrayList<>())
                                .add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                    }
                }
            } catch (SQLException failed) {
                throw new AssertionError(failed);
            }
            return columns.values();
        });
    }

    @OnBothDatabases
    void whatOrdersStillWantIsReservedForThemOrOnBackorder(Database.Kind kind) {
        try (var company = new Company(kind)) {
            company.product(1, "GOODS");
            company.customer();
            company.enable();
            company.receive(1, "5", "2");
            var first = company.order(100, Company.line(1, 1, "4"));
            company.order(101, Company.line(1, 1, "3"));
            assertThat(list(company, "reservations"))
                    .satisfiesExactly(
                            row -> wants(row, "SO-000001", "4", "4", "0"),
                            row -> wants(row, "SO-000002", "3", "1", "2"));
            findsWhatItLists(company, "reservations");

            company.as(() -> company.stock().deliver(first, null));
            assertThat(list(company, "reservations")).satisfiesExactly(row -> wants(row, "SO-000002", "3", "1", "2"));
        }
    }

    private static void wants(
            Map<String, Object> row, String number, String ordered, String reserved, String backordered) {
        assertThat(row)
                .containsEntry("orderNumber", number)
                .containsEntry("partyName", "Acme")
                .containsEntry("productCode", "P1")
                .containsEntry("ordered", ordered)
                .containsEntry("reserved", reserved)
                .containsEntry("backordered", backordered);
        assertThat(row.get("line")).hasToString("1");
    }

    private static void listsTellTheStory(Company company) {
        assertThat(list(company, "stock")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("code", "P1")
                .containsEntry("onHand", "10")
                .containsEntry("reserved", "2")
                .containsEntry("available", "8")
                .containsEntry("value", "20"));
        assertThat(list(company, "openings")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("amount", "10"));
        assertThat(list(company, "receipts")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("number", "GR-000001")
                .containsEntry("reference", "R-7"));
        assertThat(list(company, "deliveries")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("status", "POSTED")
                .containsEntry("partyName", "Acme")
                .containsEntry("orderNumber", "SO-000001")
                .containsEntry("amount", "-12"));
        assertThat(list(company, "returns")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("reason", "late")
                .containsEntry("deliveryNumber", "DN-000001")
                .containsEntry("amount", "12"));
        assertThat(list(company, "movements"))
                .extracting(row -> row.get("kind"))
                .containsExactly("OPENING", "RECEIPT", "DELIVERY", "RETURN");
        for (var plural : List.of("stock", "openings", "receipts", "deliveries", "returns", "movements")) {
            findsWhatItLists(company, plural);
        }
    }

    private static void findsWhatItLists(Company company, String plural) {
        var register = register(company, plural);
        for (var row : list(company, plural)) {
            var id = Id.parse((String) row.get("id"));
            assertThat(company.as(() -> register.find(id)).view()).isNotNull();
        }
        for (var column : register.description().columns()) {
            if (column.sort()) {
                var sorted = new ListQuery(1, null, List.of("-" + column.name()), List.of());
                assertThat(company.as(() -> register.list(sorted)).items()).hasSize(1);
            }
        }
    }

    @Test
    void everyTextIsThereInEveryLanguage() throws IOException {
        try (var company = new Company(Database.Kind.DERBY)) {
            for (var language : List.of("en", "de", "nl", "ru", "az")) {
                JsonNode texts = new ObjectMapper()
                        .readTree(RegistersTest.class.getResourceAsStream("/web/i18n/" + language + ".json"));
                for (var plural : PLURALS) {
                    for (var name : names(register(company, plural).description())) {
                        assertThat(texts.path(plural + "." + name).asText())
                                .as(language + ": " + plural + "." + name)
                                .isNotBlank();
                    }
                }
            }
        }
    }

    private static List<String> names(Description description) {
        var names = new ArrayList<>(List.of("title"));
        var columns = new ArrayList<>(description.columns());
        var fields = new ArrayList<>(description.fields());
        if (description.lines() != null) {
            names.add(description.lines().name());
            columns.addAll(description.lines().columns());
            fields.addAll(description.lines().fields());
        }
        description.verbs().forEach(verb -> {
            names.add(verb.name());
            fields.addAll(verb.fields());
        });
        for (Column column : columns) {
            names.add(column.name());
            column.choices().forEach(choice -> names.add(column.name() + "." + choice));
        }
        fields.stream().map(Field::name).forEach(names::add);
        return names;
    }
}
