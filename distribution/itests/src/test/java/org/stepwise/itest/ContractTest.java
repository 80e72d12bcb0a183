package org.stepwise.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stepwise.accounting.internal.rest.LedgerResource;
import org.stepwise.activity.internal.file.FilesResource;
import org.stepwise.activity.internal.follow.FollowersResource;
import org.stepwise.activity.internal.note.NotesResource;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.Parties.NewParty;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.NewProduct;
import org.stepwise.masterdata.internal.rest.CompanyResource;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.StockService.NewReceipt;
import org.stepwise.warehouse.StockService.NewReceiptLine;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Register;
import org.stepwise.web.internal.openapi.OpenApi;
import org.stepwise.web.internal.register.Documents;
import org.stepwise.web.internal.register.Registers;
import org.stepwise.web.internal.register.Texts;

/** The description for programs is right for all modules together, and tells of all that documents show. */
class ContractTest {
    private static final List<String> HTTP =
            List.of("answer", "http", "intake", "live", "operation", "rest", "resource", "screen", "server");

    private final TestCompany company = start();

    private static TestCompany start() {
        var platform = Platform.on(Database.Kind.DERBY);
        HTTP.forEach(part -> platform.without("org.stepwise.web.internal." + part));
        var company = new TestCompany(platform.start(), "rest");
        List.of("crm", "warehouse", "accounting").forEach(company::enable);
        company.awaitOn("activity");
        return company;
    }

    @AfterEach
    void close() {
        company.close();
    }

    private JsonNode document() {
        var api = new OpenApi();
        company.as(() -> {
            company.service(Registers.class).open().forEach(register -> api.add(register, Texts.silent()));
            return null;
        });
        Set.of(
                        NotesResource.class,
                        FilesResource.class,
                        FollowersResource.class,
                        LedgerResource.class,
                        CompanyResource.class)
                .forEach(api::add);
        return api.document();
    }

    @Test
    void theToolsOfOthersReadIt() {
        var read = new OpenAPIV3Parser().readContents(document().toString());
        assertThat(read.getMessages()).isEmpty();
        var names = read.getOpenAPI().getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getOperationId)
                .toList();
        assertThat(names).doesNotContainNull().doesNotHaveDuplicates().contains("crm_orders_confirm");
    }

    /** A program that reads strictly by the description finds nothing that it does not know. */
    @Test
    void whatDocumentsShowIsDescribed() {
        trade();
        var paths = document().path("paths");
        var unknown = new ArrayList<String>();
        var seen = new ArrayList<String>();
        company.as(() -> {
            for (var register : company.service(Registers.class).open()) {
                var rows = register.list(ListQuery.first(1)).items();
                if (!rows.isEmpty()) {
                    seen.add(register.description().name());
                    compare(register, Id.parse(rows.get(0).get("id").toString()), paths, unknown);
                }
            }
            return null;
        });
        assertThat(seen).contains("masterdata.parties", "masterdata.products", "warehouse.receipts");
        assertThat(unknown).isEmpty();
    }

    private void compare(Register register, Id row, JsonNode paths, List<String> unknown) {
        var name = register.description().name();
        var described = paths.path("/" + name.replace('.', '/') + "/{id}")
                .path("get")
                .path("responses")
                .path("200")
                .path("content")
                .path("application/json")
                .path("schema");
        JsonNode shown = new ObjectMapper()
                .findAndRegisterModules()
                .valueToTree(company.service(Documents.class).view(row, register.find(row)));
        compare(name, shown, described, unknown);
    }

    private static void compare(String at, JsonNode shown, JsonNode schema, List<String> unknown) {
        if (shown.isArray() && !shown.isEmpty()) {
            compare(at + "[]", shown.get(0), schema.path("items"), unknown);
        } else if (shown.isObject()) {
            for (Map.Entry<String, JsonNode> field : shown.properties()) {
                var known = schema.path("properties").path(field.getKey());
                if (known.isMissingNode()) {
                    unknown.add(at + "." + field.getKey());
                } else {
                    compare(at + "." + field.getKey(), field.getValue(), known, unknown);
                }
            }
        }
    }

    private void trade() {
        var party = company.as(() -> company.service(Parties.class)
                .record(new NewParty(
                        "ACME", "Acme", true, true, false, false, null, null, null, null, null, null, null)));
        var product = company.as(() ->
                company.service(Products.class).record(new NewProduct("TEA", "Tea", null, "PCE", "GOODS", null, true)));
        company.as(() -> company.service(StockService.class)
                .receive(new NewReceipt(
                        party,
                        "R",
                        null,
                        List.of(new NewReceiptLine(product, java.math.BigDecimal.TEN, java.math.BigDecimal.ONE)))));
    }
}
