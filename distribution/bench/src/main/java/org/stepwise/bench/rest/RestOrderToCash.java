package org.stepwise.bench.rest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stepwise.bench.Benchmark;
import org.stepwise.bench.CpuTime;
import org.stepwise.bench.Figure;
import org.stepwise.bench.Latencies;
import org.stepwise.bench.Run;
import org.stepwise.bench.limit.Limit;
import org.stepwise.testkit.Store;

/**
 * Orders to cash over REST: the distribution in a process of its own, clients with a session each in this one, and the
 * floor of the same run. What the clients cost is told apart.
 */
public final class RestOrderToCash implements Benchmark {
    private static final double MOST_CPU_SECONDS = 0.0020;
    private static final double LEAST_LINES_AN_HOUR = 2_000_000;
    private static final int SECONDS_AN_HOUR = 3600;

    @Override
    public String name() {
        return "o2c.rest";
    }

    @Override
    public String title() {
        return "orders of five lines from the customer's call to the ledger, by clients logged in over REST";
    }

    @Override
    public void run(Run run) throws Exception {
        floor(run);
        var sizes = run.sizes();
        try (var server = Server.on(run.database())) {
            server.open();
            run.say("  preparing products and stock of %d clients", sizes.mostClients());
            var traders = Traders.open(server, sizes.mostClients(), sizes.products());
            run.say("  warming up with %d orders", sizes.warmUp());
            traders.trade(sizes.mostClients(), sizes.warmUp(), new Latencies());
            for (int clients : sizes.clients()) {
                measure(run, traders, clients);
            }
        }
    }

    private void floor(Run run) throws Exception {
        var sizes = run.sizes();
        try (var store = Store.createDurable(run.database())) {
            var cpu = CpuTime.of(store);
            var limit = new Limit(store, sizes.mostClients(), sizes.products());
            limit.measure(sizes.mostClients(), sizes.warmUp(), cpu);
            for (int clients : sizes.clients()) {
                var floor = limit.measure(clients, sizes.orders(), cpu).cpuSecondsPerLine();
                run.note(Figure.of("o2c.rest.limit.cpu_seconds_per_line", floor, "s")
                        .clients(clients));
                run.say("  limit, %d clients: %.6f CPU s a line", clients, floor);
            }
        }
    }

    private void measure(Run run, Traders traders, int clients) throws Exception {
        var latencies = new Latencies();
        List<Traders.Measured> rounds = new ArrayList<>();
        for (int round = 0; round < run.sizes().rounds(); round++) {
            rounds.add(traders.trade(clients, run.sizes().orders(), latencies));
        }
        rounds.sort(Comparator.comparing(Traders.Measured::serverSeconds));
        var measured = rounds.get(rounds.size() / 2);
        var cost = measured.serverSeconds() / measured.lines();
        var speed = measured.lines() / measured.seconds() * SECONDS_AN_HOUR;
        run.note(Figure.of("o2c.rest.cpu_seconds_per_line", cost, "s")
                .limit(MOST_CPU_SECONDS)
                .clients(clients));
        run.note(Figure.of("o2c.rest.client_cpu_seconds_per_line", measured.clientSeconds() / measured.lines(), "s")
                .clients(clients));
        run.note(Figure.of("o2c.rest.lines_per_hour", speed, "lines/h")
                .limit(LEAST_LINES_AN_HOUR)
                .clients(clients));
        latencies.all().keySet().forEach(step -> {
            for (var percentile : List.of(50, 99)) {
                run.note(Figure.of(
                                "o2c.rest." + step + ".p" + percentile, latencies.milliseconds(step, percentile), "ms")
                        .clients(clients));
            }
        });
        run.say("  REST, %d clients: %.6f CPU s a line, %,.0f lines an hour", clients, cost, speed);
    }
}
