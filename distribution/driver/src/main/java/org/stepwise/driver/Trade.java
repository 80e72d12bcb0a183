package org.stepwise.driver;

import static org.stepwise.testkit.Eventually.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stepwise.driver.Rest.Answer;

/** What a company does, over REST. */
public final class Trade {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final Rest rest;

    public Trade(Rest rest) {
        this.rest = rest;
    }

    /** An order line as it is asked for; null means the list price, or no discount. */
    public record Line(String product, String quantity, String discount) {}

    public String customer(String code, String name) {
        return create("/api/masterdata/parties", Map.of("code", code, "name", name, "customer", true));
    }

    public void taxCode(String code, String percent, LocalDate from) {
        create(
                "/api/masterdata/tax-codes",
                Map.of("code", code, "name", code, "percent", percent, "validFrom", from.toString()));
    }

    /** {@code taxCode} is "" where none applies. */
    public String product(String code, String kind, String taxCode) {
        var product = new TreeMap<String, Object>(Map.of("code", code, "name", code, "unit", "pcs", "kind", kind));
        if (!taxCode.isEmpty()) {
            product.put("taxCode", taxCode);
        }
        return create("/api/masterdata/products", product);
    }

    public void price(String product, String price, LocalDate from) {
        act("/api/masterdata/products/" + product, "set-price", Map.of("price", price, "validFrom", from.toString()));
    }

    public void openingStock(LocalDate on, Map<String, List<String>> quantityAndCostByProduct) {
        var lines = new ArrayList<Map<String, Object>>();
        quantityAndCostByProduct.forEach((product, figures) ->
                lines.add(Map.of("product", product, "quantity", figures.get(0), "unitCost", figures.get(1))));
        create("/api/warehouse/openings", Map.of("on", on.toString(), "lines", lines));
    }

    public String draft(String customer, LocalDate on, String freight, List<Line> lines) {
        var asked = lines.stream()
                .map(line -> Map.of("product", line.product, "quantity", line.quantity, "discount", line.discount))
                .toList();
        return create(
                "/api/crm/orders",
                Map.of("customer", customer, "orderedOn", on.toString(), "freight", freight, "lines", asked));
    }

    public Answer act(String path, String verb, Map<String, ?> fields) {
        var tag = rest.get(path).is(200).raw().headers().firstValue("ETag").orElseThrow();
        return rest.send("POST", path + "/" + verb, fields, Map.of("If-Match", tag))
                .is(200);
    }

    public String create(String path, Map<String, ?> fields) {
        return rest.post(path, fields).is(201).text("id");
    }

    /** Switches modules on and waits until they are; what is on already stays so. */
    public void on(String... modules) {
        for (var module : modules) {
            if (!state(module).equals("on")) {
                rest.post("/api/modules/" + module + "/enable", Map.of()).is(202);
                untilOn(module);
            }
        }
    }

    public void untilOn(String module) {
        eventually(LONGEST_START, () -> {
            var standing = rest.get("/api/modules/" + module).is(200).body();
            if (!standing.path("state").asText().equals("on")) {
                throw new AssertionError(standing.toString());
            }
        });
    }

    public String state(String module) {
        return rest.get("/api/modules/" + module).is(200).text("state");
    }

    /** Switched off and emptied, whatever it was before. */
    public void purge(String module) {
        if (state(module).equals("on")) {
            rest.post("/api/modules/" + module + "/disable", null).is(200);
        }
        if (state(module).equals("off")) {
            rest.post("/api/modules/" + module + "/purge", Map.of("confirm", module))
                    .is(200);
        }
        if (!state(module).equals("available")) {
            throw new AssertionError(module + " is " + state(module) + " and not purged");
        }
    }

    /** Debit, credit of every account. */
    public Map<String, List<String>> trialBalance() {
        var balance = new TreeMap<String, List<String>>();
        for (var line : rest.get("/api/accounting/trial-balance").is(200).items()) {
            balance.put(
                    line.path("account").asText() + " " + line.path("name").asText(),
                    List.of(figure(line, "debit"), figure(line, "credit")));
        }
        return balance;
    }

    public static String figure(JsonNode row, String field) {
        return new BigDecimal(row.path(field).asText()).setScale(2).toPlainString();
    }
}
