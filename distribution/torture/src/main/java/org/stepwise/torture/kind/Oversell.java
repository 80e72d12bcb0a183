package org.stepwise.torture.kind;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.stepwise.driver.Rest.Answer;
import org.stepwise.torture.Run;
import org.stepwise.torture.Torture;
import org.stepwise.torture.check.Figures;
import org.stepwise.torture.client.Act;
import org.stepwise.torture.client.Door;

/** More want it than there is: what is promised and what leaves is exactly what there was. */
public final class Oversell implements Torture {
    private static final int CLIENTS = 64;
    private static final int PIECES = 1_000;
    private static final int LARGEST = 7;
    private static final String ORDERS = "/api/crm/orders";
    private static final String DELIVERIES = "/api/warehouse/deliveries";

    @Override
    public String name() {
        return "oversell";
    }

    @Override
    public String title() {
        return "64 clients hold, order and deliver 1,000 pieces until none is left";
    }

    @Override
    public int usualTimes() {
        return 20;
    }

    @Override
    public void torment(Run run) {
        var threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            for (int round = 1; run.goesOnAfter(round - 1); round++) {
                var rush = new Rush(run, round);
                var clients = new ArrayList<CompletableFuture<Void>>();
                for (int i = 0; i < CLIENTS; i++) {
                    var client = rush.client(i);
                    clients.add(CompletableFuture.runAsync(client, threads));
                }
                clients.forEach(CompletableFuture::join);
                rush.count(round);
            }
        } finally {
            threads.shutdown();
        }
    }

    /** One product and those who want it. */
    private static final class Rush {
        private final Run run;
        private final Door door;
        private final String product;
        private final String customer;
        private final AtomicInteger held = new AtomicInteger();
        private final AtomicInteger delivered = new AtomicInteger();

        Rush(Run run, int round) {
            this.run = run;
            this.door = run.shop().door();
            var code = "RUSH-" + run.seed() + "-" + round;
            this.product = run.shop().product(code, "3.10", PIECES);
            this.customer = run.shop().party(code);
        }

        /** Every third client only holds, the others deliver; each takes less as less is left, and ends at nothing. */
        Runnable client(int number) {
            var random = new Random(run.seed() * 1_000 + number);
            return () -> {
                int most = LARGEST;
                while (most > 0) {
                    int quantity = 1 + random.nextInt(most);
                    var taken = number % 3 == 0 ? hold(quantity) : deliver(quantity);
                    most = taken ? most : quantity - 1;
                }
            };
        }

        private boolean hold(int quantity) {
            var order = draft(quantity);
            var taken = taken(door.post(ORDERS + "/" + order + "/hold", Map.of()));
            if (taken) {
                held.addAndGet(quantity);
            }
            return taken;
        }

        private boolean deliver(int quantity) {
            var order = draft(quantity);
            run.shop().done(Act.CONFIRM, door.post(ORDERS + "/" + order + "/confirm", Map.of()));
            var plan = door.post(DELIVERIES, Map.of("order", order));
            while ("warehouse.order.unknown".equals(plan.code())) {
                plan = door.post(DELIVERIES, Map.of("order", order));
            }
            var answer = door.post(DELIVERIES + "/" + plan.is(201).text("id") + "/post", Map.of());
            var taken = taken(answer);
            if (taken) {
                run.shop().done(Act.DELIVER, answer);
                delivered.addAndGet(quantity);
            } else {
                run.shop().done(Act.CANCEL, door.post(ORDERS + "/" + order + "/cancel", Map.of("reason", "none left")));
            }
            return taken;
        }

        private String draft(int quantity) {
            var line = Map.of("product", product, "quantity", Integer.toString(quantity));
            return run.shop().done(Act.DRAFT, door.post(ORDERS, Map.of("customer", customer, "lines", List.of(line))));
        }

        private boolean taken(Answer answer) {
            if (answer.status() >= 300 && !"warehouse.stock.not-available".equals(answer.code())) {
                run.violated("refused for another reason: %s", answer.raw().body());
            }
            return answer.status() < 300;
        }

        void count(int round) {
            new Figures(run.site().rest()).settle();
            var stock = run.site()
                    .rest()
                    .get("/api/warehouse/stock?filter=code:eq:RUSH-" + run.seed() + "-" + round)
                    .is(200)
                    .items()
                    .get(0);
            is(PIECES - delivered.get(), stock.path("onHand").asText(), "on hand");
            is(held.get(), stock.path("held").asText(), "held");
            is(0, stock.path("reserved").asText(), "reserved");
            is(PIECES - delivered.get() - held.get(), stock.path("available").asText(), "available");
            if (delivered.get() + held.get() > PIECES) {
                run.violated("%d delivered and %d held of %d", delivered.get(), held.get(), PIECES);
            }
            run.say("%d: %d delivered, %d held, %s", round, delivered.get(), held.get(), stock);
        }

        private void is(int expected, String found, String what) {
            if (new BigDecimal(found).compareTo(BigDecimal.valueOf(expected)) != 0) {
                run.violated("%s: %s instead of %d", what, found, expected);
            }
        }
    }
}
