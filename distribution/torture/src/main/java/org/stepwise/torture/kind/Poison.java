package org.stepwise.torture.kind;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.stepwise.driver.Rest;
import org.stepwise.torture.Run;
import org.stepwise.torture.Torture;
import org.stepwise.torture.check.Figures;
import org.stepwise.torture.client.Act;

/**
 * One event in a hundred cannot be taken in: the books refuse journals above a limit that somebody put on their table
 * by mistake, until it is taken off.
 */
public final class Poison implements Torture {
    private static final int CLIENTS = 8;
    private static final int ORDERS_FOR_ONE_BAD = 13;
    private static final String BAD = "90000.00";
    private static final String REACHED_BY_NONE =
            "ALTER TABLE accounting.journal ADD CONSTRAINT harmless CHECK (total < 90000000)";
    private static final String BREAK = "ALTER TABLE accounting.journal ADD CONSTRAINT poison CHECK (total < 90000)";
    private static final String MEND = "ALTER TABLE accounting.journal DROP CONSTRAINT poison";
    private static final Duration SLACK = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "poison";
    }

    @Override
    public String title() {
        return "one event in a hundred fails while accounting catches up, and is mended later; times: how many fail";
    }

    @Override
    public int usualTimes() {
        return 100;
    }

    @Override
    public void torment(Run run) {
        sell(run);
        var accounting = new Accounting(run);
        var good = accounting.rebuild(REACHED_BY_NONE);
        var books = run.site().erp().trade().trialBalance();
        var bad = accounting.rebuild(BREAK);
        run.say("without poison %d ms, with %d failing events %d ms", good.toMillis(), run.times(), bad.toMillis());
        if (bad.compareTo(good.multipliedBy(2).plus(SLACK)) > 0) {
            run.slow("%d ms with poison, %d ms without", bad.toMillis(), good.toMillis());
        }
        var parked = accounting.parked();
        if (parked.size() != run.times()) {
            run.violated("%d events are told as parked, and %d fail", parked.size(), run.times());
        }
        run.site().alter(MEND);
        accounting.retry(parked);
        new Figures(run.site().rest()).settle();
        var mended = run.site().erp().trade().trialBalance();
        if (!mended.equals(books)) {
            run.violated("after the mend %s, before %s", mended, books);
        }
    }

    /** Orders from draft to invoice; every so many is worth too much. */
    private static void sell(Run run) {
        var shop = run.shop();
        var product = shop.product("POISON", "8.20", 10_000);
        var customer = shop.party("POISON");
        int orders = run.times() * ORDERS_FOR_ONE_BAD;
        var clients = IntStream.range(0, CLIENTS)
                .mapToObj(client -> CompletableFuture.runAsync(() -> {
                    for (int i = client; i < orders; i += CLIENTS) {
                        sell(run, customer, product, i % ORDERS_FOR_ONE_BAD == 0 ? BAD : "2.00");
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(clients).join();
        new Figures(run.site().rest()).settle();
        run.say("%d orders, %d of them bad", orders, run.times());
    }

    private static void sell(Run run, String customer, String product, String freight) {
        var shop = run.shop();
        var door = shop.door();
        var line = Map.of("product", product, "quantity", "3");
        var order = shop.done(
                Act.DRAFT,
                door.post("/api/crm/orders", Map.of("customer", customer, "freight", freight, "lines", List.of(line))));
        shop.done(Act.CONFIRM, door.post("/api/crm/orders/" + order + "/confirm", Map.of()));
        var plan = door.post("/api/warehouse/deliveries", Map.of("order", order));
        while ("warehouse.order.unknown".equals(plan.code())) {
            plan = door.post("/api/warehouse/deliveries", Map.of("order", order));
        }
        var delivery = plan.is(201).text("id");
        shop.done(Act.DELIVER, door.post("/api/warehouse/deliveries/" + delivery + "/post", Map.of()));
        var invoiced =
                door.post("/api/crm/orders/" + order + "/invoice", Map.of()).is(200);
        shop.noted(
                Act.INVOICE,
                invoiced.body().path("deliveries").get(0).path("invoice").asText());
    }

    /** The module whose table is spoilt. */
    private record Accounting(Run run) {

        /**
         * Throws what its tables hold away and has it made again under this limit; returns how long that took. Where
         * the limit takes a restart each of two has one: a server just started takes several times as long.
         */
        Duration rebuild(String limit) {
            run.site().erp().trade().purge("accounting");
            run.site().alter(limit);
            var trade = run.site().erp().trade();
            var began = System.nanoTime();
            trade.on("accounting");
            new Figures(run.site().rest()).settle();
            return Duration.ofNanos(System.nanoTime() - began);
        }

        /** The commands that an administrator gives for each, by its place in the log. */
        List<String> parked() {
            var told = run.site().erp().told("erp:log-parked --json");
            return StreamSupport.stream(
                            Rest.parse(told.substring(told.indexOf('['))).spliterator(), false)
                    .filter(event -> !event.path("reason").asText().startsWith("waits behind"))
                    .map(event -> "erp:log-retry " + event.path("subscription").asText() + " "
                            + event.path("position").asText())
                    .toList();
        }

        void retry(List<String> commands) {
            run.site().erp().told(String.join("\n", commands));
        }
    }
}
