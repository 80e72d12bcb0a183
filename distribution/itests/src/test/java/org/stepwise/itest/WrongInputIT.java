package org.stepwise.itest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stepwise.data.Database;
import org.stepwise.driver.Rest;
import org.stepwise.driver.Rest.Answer;
import org.stepwise.driver.RunningErp;
import org.stepwise.testkit.OnBothDatabases;

/**
 * Somebody learns the REST door by trial and error. Every mistake is answered with what is wrong and where, none with a
 * failure of the server, and none leaves a trace in the company.
 */
@Order(2)
@ExtendWith(Erps.Shared.class)
class WrongInputIT {
    private static final String PARTIES = "/api/masterdata/parties";
    private static final String ORDERS = "/api/crm/orders";
    private static final String PAYMENTS = "/api/accounting/payments";
    private static final String UNKNOWN = "0000000000001";

    /** {@code field}: which field is named as wrong; "" where no field is. */
    private record Mistake(String method, String path, Object body, int status, String code, String field) {}

    @OnBothDatabases
    void everyMistakeIsToldAndWritesNothing(Database.Kind kind, Erps erps) {
        var erp = erps.on(kind);
        var known = known(erp);
        var before = counts(erp.rest());
        for (var mistake : mistakes(known.get("customer"), known.get("product"))) {
            var answer = erp.rest().send(mistake.method, mistake.path, mistake.body, Map.of());
            refused(answer, mistake.status, mistake.code);
            if (!mistake.field.isEmpty()) {
                assertThat(answer.body().path("fields").has(mistake.field))
                        .as(answer.raw().body())
                        .isTrue();
            }
        }
        assertThat(counts(erp.rest())).isEqualTo(before);
    }

    @OnBothDatabases
    void whatWasChangedMeanwhileIsNotOverwritten(Database.Kind kind, Erps erps) {
        var erp = erps.on(kind);
        var party = PARTIES + "/" + known(erp).get("customer");
        var form = Map.of("code", "WRONG-C", "name", "Overwritten", "customer", true);
        refused(erp.rest().send("PUT", party, form, Map.of()), 428, "erp.request.if-match-missing");
        refused(
                erp.rest().send("PUT", party, form, Map.of("If-Match", "\"999\"")),
                409,
                "masterdata.party.changed-meanwhile");
        assertThat(erp.rest().get(party).text("name")).isNotEqualTo("Overwritten");
    }

    @OnBothDatabases
    void aRequestSentTwiceIsDoneOnce(Database.Kind kind, Erps erps) {
        var rest = erps.on(kind).rest();
        var code = "TWICE-" + UUID.randomUUID().toString().substring(0, 8);
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var party = Map.of("code", code, "name", "Twice", "customer", true);
        var first = rest.send("POST", PARTIES, party, key).is(201);
        var again = rest.send("POST", PARTIES, party, key).is(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(rest.get(PARTIES + "?filter=code:eq:" + code).items()).hasSize(1);
        var other = Map.of("code", code + "-2", "name", "Other", "customer", true);
        refused(rest.send("POST", PARTIES, other, key), 409, "erp.idempotency.other-body");
    }

    @OnBothDatabases
    void whoMayNotIsTurnedAway(Database.Kind kind, Erps erps) {
        var erp = erps.on(kind);
        refused(erp.nobody().get(PARTIES), 401, "erp.session.none");
        refused(erp.nobody().with("stepwise_nonsense").get(PARTIES), 401, "erp.session.none");
        refused(
                erp.nobody().post("/api/session", Map.of("user", "admin", "password", "nonsense")),
                401,
                "erp.login.failed");

        erp.told("erp:role-set reader masterdata.party.read");
        erp.told("erp:user-add --role reader clerk");
        var clerk = erp.nobody().with(RunningErp.lastLine(erp.told("erp:token-create --user clerk")));
        clerk.get(PARTIES).is(200);
        refused(clerk.post(PARTIES, Map.of("code", "X", "name", "X", "customer", true)), 403, "erp.permission.missing");
        refused(clerk.get("/api/masterdata/products"), 403, "erp.permission.missing");
        refused(clerk.post("/api/modules/crm/disable", null), 403, "erp.permission.missing");
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status())
                .as(answer.raw().request() + ": " + answer.raw().body())
                .isEqualTo(status);
        assertThat(answer.raw().headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.code()).as(answer.raw().body()).isEqualTo(code);
        assertThat(answer.text("detail")).isNotBlank();
    }

    /** A customer and a product that are there, and all modules. */
    private static Map<String, String> known(RunningErp erp) {
        var trade = erp.trade();
        trade.on("crm", "warehouse", "accounting");
        var found = erp.rest().get(PARTIES + "?filter=code:eq:WRONG-C").is(200).items();
        if (found.isEmpty()) {
            trade.customer("WRONG-C", "Customer");
            trade.product("WRONG-P", "GOODS", "");
            return known(erp);
        }
        var product = erp.rest()
                .get("/api/masterdata/products?filter=code:eq:WRONG-P")
                .is(200);
        return Map.of(
                "customer", found.get(0).path("id").asText(),
                "product", product.items().get(0).path("id").asText());
    }

    private static List<Mistake> mistakes(String customer, String product) {
        var mistakes = new ArrayList<Mistake>();
        mistakes.addAll(ofForms(customer));
        mistakes.addAll(ofAddresses(customer));
        mistakes.addAll(ofOrders(customer, product));
        mistakes.addAll(ofLedger(customer));
        return mistakes;
    }

    private static List<Mistake> ofForms(String customer) {
        var role = "customer";
        return List.of(
                post(PARTIES, "{\"code\":", 400, "erp.request.malformed", ""),
                post(PARTIES, "[1, 2]", 400, "erp.request.malformed", ""),
                post(PARTIES, Map.of("code", "X", "name", "X"), 422, "masterdata.party.no-role", ""),
                post(PARTIES, Map.of("code", "X", role, true), 422, "erp.form.invalid", "name"),
                post(PARTIES, Map.of("code", "X", "name", "X", role, "maybe"), 422, "erp.form.invalid", role),
                post(PARTIES, Map.of("code", "X", "name", "X", "shoe", 43), 422, "erp.form.invalid", "shoe"),
                post(PARTIES, Map.of("code", "X".repeat(41), "name", "X"), 422, "erp.form.invalid", "code"),
                post(PARTIES, Map.of("code", "X\0", "name", "X"), 400, "erp.request.malformed", ""),
                post(
                        PARTIES,
                        Map.of("code", "X", "name", "X", role, true, "country", "XX"),
                        422,
                        "masterdata.input.invalid",
                        "country"),
                post(
                        PARTIES,
                        Map.of("code", "WRONG-C", "name", "X", role, true),
                        409,
                        "masterdata.party.code-taken",
                        ""),
                new Mistake("DELETE", PARTIES + "/" + customer, null, 405, "erp.request.method", ""));
    }

    private static List<Mistake> ofAddresses(String customer) {
        return List.of(
                get(PARTIES + "?filter=shoe:eq:43", 400, "erp.list.invalid", "filter"),
                get(PARTIES + "?sort=shoe", 400, "erp.list.invalid", "sort"),
                get(PARTIES + "?limit=501", 400, "erp.list.invalid", "limit"),
                get(PARTIES + "?after=nonsense", 400, "erp.list.after-unusable", "after"),
                get(PARTIES + "/nonsense", 404, "erp.id.unknown", ""),
                get(PARTIES + "/" + UNKNOWN, 404, "masterdata.party.unknown", ""),
                get("/api/nonsense/things", 404, "erp.request.unknown-path", ""),
                post(PARTIES + "/" + customer + "/dance", Map.of(), 404, "erp.register.no-verb", ""),
                get("/api/modules/nonsense/plan", 404, "erp.module.unknown", ""),
                post("/api/modules/nonsense/enable", Map.of(), 404, "erp.module.unknown", ""),
                post("/api/modules/accounting/purge", Map.of(), 409, "erp.module.not-off", ""));
    }

    private static List<Mistake> ofOrders(String customer, String product) {
        return List.of(
                post(ORDERS, order(customer, product, "-1"), 422, "erp.form.invalid", "lines[0].quantity"),
                post(ORDERS, order(customer, product, "1.1234567"), 422, "erp.form.invalid", "lines[0].quantity"),
                post(ORDERS, order(customer, product, "1e9999"), 422, "erp.form.invalid", "lines[0].quantity"),
                post(ORDERS, order(customer, UNKNOWN, "1"), 422, "crm.input.invalid", "lines[0].product"),
                post(ORDERS, order("nobody", product, "1"), 422, "erp.form.invalid", "customer"),
                post(
                        ORDERS,
                        Map.of("customer", customer, "orderedOn", "2026-02-30"),
                        422,
                        "erp.form.invalid",
                        "orderedOn"));
    }

    private static List<Mistake> ofLedger(String customer) {
        var unbalanced = List.of(Map.of("account", "1000", "debit", "1"), Map.of("account", "6000", "credit", "2"));
        return List.of(
                get("/api/accounting/trial-balance?upTo=soon", 422, "accounting.day.malformed", "upTo"),
                post(
                        PAYMENTS,
                        Map.of("party", customer, "amount", "-1"),
                        422,
                        "accounting.payment.not-positive",
                        "amount"),
                post(
                        PAYMENTS,
                        Map.of("party", customer, "amount", "1.005"),
                        422,
                        "accounting.payment.too-precise",
                        "amount"),
                post(
                        "/api/accounting/journals",
                        Map.of("text", "Wrong", "lines", unbalanced),
                        422,
                        "accounting.journal.unbalanced",
                        "lines"));
    }

    private static Map<String, Object> order(String customer, String product, String quantity) {
        return Map.of("customer", customer, "lines", List.of(Map.of("product", product, "quantity", quantity)));
    }

    private static Mistake get(String path, int status, String code, String field) {
        return new Mistake("GET", path, null, status, code, field);
    }

    private static Mistake post(String path, Object body, int status, String code, String field) {
        return new Mistake("POST", path, body, status, code, field);
    }

    /** How much there is of everything, and how far the log is. */
    private static Map<String, Integer> counts(Rest rest) {
        var counts = new TreeMap<String, Integer>();
        for (var path : List.of(PARTIES, "/api/masterdata/products", ORDERS, PAYMENTS, "/api/accounting/journals")) {
            counts.put(path, rest.get(path + "?limit=500").is(200).items().size());
        }
        counts.put(
                "log",
                rest.get("/api/accounting/proof")
                        .is(200)
                        .body()
                        .path("position")
                        .asInt());
        return counts;
    }
}
