package org.stepwise.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.testkit.Eventually.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stepwise.data.Database;
import org.stepwise.driver.Hledger;
import org.stepwise.driver.Rest;
import org.stepwise.driver.RunningErp;
import org.stepwise.driver.Trade;
import org.stepwise.driver.Trade.Line;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;

/**
 * Alfreds orders tea, aniseed syrup and advice. The goods leave the warehouse, the invoice gets its number, and only
 * then does the company decide to keep books: they are as if they had been kept all along. The customer pays a part.
 * The books are thrown away and made again, in peace and with the power cut in the middle; they stay the same.
 */
@Order(1)
@ExtendWith(Erps.Shared.class)
class OrderToLedgerIT {
    /** Worked out by hand: see the figures in {@link #sellSomething}. */
    private static final Map<String, List<String>> BOOKS = new TreeMap<>(Map.of(
            "1200 Accounts receivable", List.of("423.75", "0.00"),
            "1400 Inventory", List.of("1044.00", "129.00"),
            "1450 Goods shipped not invoiced", List.of("129.00", "129.00"),
            "3900 Opening balances", List.of("0.00", "1044.00"),
            "4000 Sales revenue", List.of("0.00", "405.75"),
            "4100 Freight charged", List.of("0.00", "12.30"),
            "2200 Tax payable", List.of("0.00", "5.70"),
            "5000 Cost of goods sold", List.of("129.00", "0.00")));

    @Law({5, 11, 13, 16, 19})
    @OnBothDatabases
    void anOrderEndsInBooksThatAreTheSameHoweverLateTheyAreKept(Database.Kind kind, Erps erps) {
        var erp = erps.on(kind);
        var trade = erp.trade();
        var customer = sellSomething(erp, trade);

        switchOnAccountingAndWatch(erp, trade);
        assertThat(trade.trialBalance()).isEqualTo(BOOKS);
        var invoice = theOpenItem(erp, "423.75");

        trade.create(
                "/api/accounting/payments",
                Map.of(
                        "party",
                        customer,
                        "amount",
                        "300.00",
                        "invoice",
                        invoice.path("id").asText()));
        eventually(() -> theOpenItem(erp, "123.75"));
        var books = new TreeMap<>(BOOKS);
        books.put("1000 Bank", List.of("300.00", "0.00"));
        books.put("1200 Accounts receivable", List.of("423.75", "300.00"));
        everythingAgrees(erp, books);
        theConsoleTellsAll(erp);

        purgeAfterAskingTwice(erp);
        trade.on("accounting");
        everythingAgrees(erp, books);

        trade.purge("accounting");
        erp.rest().post("/api/modules/accounting/enable", Map.of()).is(202);
        assertThat(trade.state("accounting")).isEqualTo("enabling");
        erp.restart();
        trade.untilOn("accounting");
        everythingAgrees(erp, books);
    }

    /**
     * Tea 10 × 18.50 − 5 % = 175.75, syrup 3 × 10.00 = 30.00 and 19 % of it 5.70, advice 2 × 100.00: net 405.75. With
     * freight 12.30 and tax 5.70: 423.75. The goods cost 10 × 11.10 + 3 × 6.00 = 129.00, and there were
     * 40 × 11.10 + 100 × 6.00 = 1044.00 worth of them.
     */
    private static String sellSomething(RunningErp erp, Trade trade) {
        var day = RunningErp.FOUNDED.plusDays(1);
        trade.on("crm", "warehouse");
        trade.taxCode("VAT", "19", day);
        var tea = trade.product("CHAI", "GOODS", "");
        var syrup = trade.product("SYRUP", "GOODS", "VAT");
        var advice = trade.product("ADVICE", "SERVICE", "");
        trade.price(tea, "18.50", day);
        trade.price(syrup, "10.00", day);
        trade.price(advice, "100.00", day);
        var customer = trade.customer("ALFKI", "Alfreds Futterkiste");
        trade.openingStock(day, Map.of(tea, List.of("40", "11.10"), syrup, List.of("100", "6.00")));

        var ordered = day.plusDays(2);
        var draft = trade.draft(
                customer,
                ordered,
                "12.30",
                List.of(new Line(tea, "10", "5"), new Line(syrup, "3", "0"), new Line(advice, "2", "0")));
        var order = "/api/crm/orders/" + draft;
        var confirmed = trade.act(order, "confirm", Map.of("on", ordered.toString()));
        assertThat(confirmed.text("number")).matches("SO-\\d{6}");
        assertThat(confirmed.text("total")).isEqualTo("423.75");

        var shipped = ordered.plusDays(3).toString();
        var planned = trade.create("/api/warehouse/deliveries", Map.of("order", draft));
        var posted = trade.act("/api/warehouse/deliveries/" + planned, "post", Map.of("on", shipped));
        assertThat(posted.text("number")).matches("DN-\\d{6}");

        trade.act(order, "invoice", Map.of("on", shipped));
        var invoices = erp.rest().get("/api/crm/invoices").is(200).items();
        assertThat(invoices).hasSize(1);
        assertThat(invoices.get(0).path("number").asText()).isEqualTo("INV-000001");
        assertThat(invoices.get(0).path("total").asText()).isEqualTo("423.75");
        cancelWhatWasHeld(erp, trade, trade.draft(customer, ordered, "0", List.of(new Line(tea, "4", "0"))));
        return customer;
    }

    /** Of 40 pieces of tea 10 have left: all others are free again. */
    private static void cancelWhatWasHeld(RunningErp erp, Trade trade, String draft) {
        var order = "/api/crm/orders/" + draft;
        trade.act(order, "hold", Map.of());
        trade.act(order, "confirm", Map.of());
        eventually(() -> assertThat(tea(erp)).isEqualTo(List.of("4.00", "0.00", "26.00")));
        trade.act(order, "cancel", Map.of("reason", "changed mind"));
        eventually(() -> assertThat(tea(erp)).isEqualTo(List.of("0.00", "0.00", "30.00")));
    }

    /** Reserved, held, available. */
    private static List<String> tea(RunningErp erp) {
        var rows = erp.rest()
                .get("/api/warehouse/stock?filter=code:eq:CHAI")
                .is(200)
                .items();
        return Stream.of("reserved", "held", "available")
                .map(field -> Trade.figure(rows.get(0), field))
                .toList();
    }

    private static void switchOnAccountingAndWatch(RunningErp erp, Trade trade) {
        var plan = erp.rest().get("/api/modules/accounting/plan").is(200);
        assertThat(plan.body().path("events").asInt()).isPositive();
        assertThat(plan.body().path("bundles"))
                .allSatisfy(bundle -> assertThat(bundle.path("action").asText()).isEqualTo("start"));
        var accepted =
                erp.rest().post("/api/modules/accounting/enable", Map.of()).is(202);
        assertThat(accepted.text("state")).isEqualTo("enabling");
        assertThat(accepted.body().path("progress").has("total")).isTrue();
        assertThat(erp.rest().get("/api/accounting/trial-balance").is(409).code())
                .isIn("erp.module.catching-up", "erp.module.not-on");
        trade.untilOn("accounting");
    }

    private static JsonNode theOpenItem(RunningErp erp, String open) {
        var items = erp.rest().get("/api/accounting/open-items").is(200).items();
        assertThat(items).hasSize(1);
        assertThat(items.get(0).path("open").asText()).isEqualTo(open);
        assertThat(items.get(0).path("number").asText()).isEqualTo("INV-000001");
        return items.get(0);
    }

    private static void theConsoleTellsAll(RunningErp erp) {
        assertThat(erp.told("accounting:proof --company Northwind"))
                .contains("at log position")
                .doesNotContain("NO");
        assertThat(erp.console("accounting:proof --company Southwind").said()).contains("Southwind");
        assertThat(Rest.parse(erp.told("erp:list warehouse.stock --json"))).isNotEmpty();
        assertThat(Rest.parse(erp.told("erp:list crm.orders --json"))).isNotEmpty();
    }

    private static void everythingAgrees(RunningErp erp, Map<String, List<String>> books) {
        eventually(() -> assertThat(erp.trade().trialBalance()).isEqualTo(books));
        var proof = erp.rest().get("/api/accounting/proof").is(200).body();
        assertThat(proof.path("holds").asBoolean()).as(proof.toString()).isTrue();
        theOpenItem(erp, "123.75");
        assertThat(Hledger.balances(erp.rest(), erp.home().resolve("ledger.hledger")))
                .isEqualTo(Hledger.balances(books));
    }

    private static void purgeAfterAskingTwice(RunningErp erp) {
        var path = "/api/modules/accounting/";
        assertThat(erp.rest().post(path + "purge", Map.of()).is(409).code()).isEqualTo("erp.module.not-off");
        erp.rest().post(path + "disable", null).is(200);
        var asked = erp.rest().post(path + "purge", Map.of()).is(409);
        assertThat(asked.code()).isEqualTo("erp.module.purge-unconfirmed");
        assertThat(erp.trade().state("accounting")).isEqualTo("off");
        erp.rest().post(path + "purge", Map.of("confirm", "accounting")).is(200);
        assertThat(erp.rest().get("/api/accounting/trial-balance").status()).isEqualTo(409);
    }
}
