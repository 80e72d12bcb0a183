package org.stepwise.bench.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.stepwise.bench.Latencies;
import org.stepwise.bench.rest.Client.Answer;

/** One client, who takes orders to cash over REST: the same six steps as through the services. */
final class Trader {
    static final int LINES = 5;
    private static final int LISTED = 40;
    private static final int MOST_PIECES = 9;

    private final Client client;
    private final Assortment assortment;
    private final Random random;
    private int taken;
    private BigDecimal invoiced = BigDecimal.ZERO;

    Trader(Client client, Assortment assortment, int seed) {
        this.client = client;
        this.assortment = assortment;
        this.random = new Random(seed);
    }

    /** How many orders have been taken. */
    int taken() {
        return taken;
    }

    /** What all invoices come to. */
    BigDecimal invoiced() {
        return invoiced;
    }

    /** One order from the customer's call to the invoice. */
    void trade(Latencies latencies) {
        int number = taken++;
        var order = "/api/crm/orders/" + latencies.timed("create", () -> create(number));
        var planned = latencies.timed("plan_delivery", () -> plan(order));
        latencies.timed("display", () -> client.get(order));
        latencies.timed("post_delivery", () -> post(planned));
        var mine = "?limit=" + LISTED + "&filter=customer:eq:" + assortment.regular(number);
        latencies.timed("list", () -> client.get("/api/crm/orders" + mine));
        var done = latencies.timed("invoice", () -> client.post(order + "/invoice", Map.of()));
        invoiced = invoiced.add(new BigDecimal(done.body().path("total").asText()));
    }

    /** Entered, held and confirmed; its id. */
    private String create(int number) {
        return client.post(
                        "/api/crm/orders",
                        Map.of("customer", assortment.buyer(number), "lines", lines(), "hold", true, "confirm", true))
                .id();
    }

    /** Five different products at their list prices. */
    private List<Map<String, String>> lines() {
        return random.ints(0, assortment.products().size())
                .distinct()
                .limit(LINES)
                .mapToObj(product ->
                        Map.of("product", assortment.products().get(product), "quantity", String.valueOf(pieces())))
                .toList();
    }

    private int pieces() {
        return 1 + random.nextInt(MOST_PIECES);
    }

    private Answer plan(String order) {
        var id = order.substring(order.lastIndexOf('/') + 1);
        return client.post("/api/warehouse/deliveries", Map.of("order", id));
    }

    /** Says what was picked, which is all of it, and lets it go. */
    private Answer post(Answer planned) {
        var delivery = "/api/warehouse/deliveries/" + planned.id();
        var picked = new ArrayList<Map<String, String>>();
        planned.body()
                .path("lines")
                .forEach(line -> picked.add(Map.of(
                        "orderLine", line.path("orderLine").asText(),
                        "quantity", line.path("quantity").asText())));
        client.put(delivery, planned.tag(), Map.of("lines", picked));
        return client.post(delivery + "/post", Map.of());
    }
}
