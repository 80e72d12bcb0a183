package org.stepwise.bench.services;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stepwise.bench.Benchmark;
import org.stepwise.bench.CpuTime;
import org.stepwise.bench.Figure;
import org.stepwise.bench.Latencies;
import org.stepwise.bench.Profile;
import org.stepwise.bench.Run;
import org.stepwise.bench.limit.Limit;
import org.stepwise.bench.trade.Shop;
import org.stepwise.bench.trade.Trader;
import org.stepwise.bench.trade.Traders;
import org.stepwise.bench.trade.Watch;
import org.stepwise.testkit.Store;

/** Orders to cash through the services, beside the floor of the same run, both warmed up equally long. */
public final class OrderToCash implements Benchmark {
    private static final double MOST_TIMES_THE_LIMIT = 4;
    private static final int SECONDS_AN_HOUR = 3600;

    private final String name;
    private final boolean paying;

    private OrderToCash(String name, boolean paying) {
        this.name = name;
        this.paying = paying;
    }

    public static OrderToCash invoiced() {
        return new OrderToCash("o2c", false);
    }

    public static OrderToCash paid() {
        return new OrderToCash("o2c+payment", true);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return "orders of five lines from the customer's call to the ledger" + (paying ? ", and their payment" : "");
    }

    @Override
    public void run(Run run) throws Exception {
        try (var store = Store.createDurable(run.database())) {
            Traders traders;
            try (var shop = Shop.open(store)) {
                var sizes = run.sizes();
                run.say("  preparing products and stock of %d clients", sizes.mostClients());
                traders = Traders.open(shop, paying, sizes.mostClients(), sizes.products());
                measure(run, shop, traders);
            }
            run.say("  counting statements");
            new CountedOrders(name, run).count(store, traders);
        }
    }

    private void measure(Run run, Shop shop, Traders traders) throws Exception {
        var sizes = run.sizes();
        var cpu = CpuTime.of(shop.store());
        var limit = new Limit(shop.store(), sizes.mostClients(), sizes.products());
        run.say("  warming up with %d orders", sizes.warmUp());
        limit.measure(sizes.mostClients(), sizes.warmUp(), cpu);
        traders.trade(sizes.mostClients(), sizes.warmUp(), Watch.NOBODY, cpu);
        List<Limit.Measured> floors = new ArrayList<>();
        for (int clients : sizes.clients()) {
            floors.add(floor(run, limit, clients, cpu));
        }
        long bytes = shop.bytes();
        Profile.around(run.profile(), () -> {
            for (int i = 0; i < floors.size(); i++) {
                services(run, traders, sizes.clients().get(i), floors.get(i), cpu);
            }
        });
        int orders = sizes.orders() * sizes.rounds() * sizes.clients().size();
        run.note(Figure.of(name + ".services.bytes_per_order", (double) (shop.bytes() - bytes) / orders, "bytes")
                .limit(12 * 1024));
    }

    private Limit.Measured floor(Run run, Limit limit, int clients, CpuTime cpu) throws Exception {
        List<Limit.Measured> rounds = new ArrayList<>();
        for (int round = 0; round < run.sizes().rounds(); round++) {
            rounds.add(limit.measure(clients, run.sizes().orders(), cpu));
        }
        rounds.sort(Comparator.comparing(Limit.Measured::cpuSeconds));
        var floor = rounds.get(rounds.size() / 2);
        run.note(cost(".limit.", floor.cpuSecondsPerLine()).clients(clients));
        run.note(Figure.of(name + ".limit.orders_per_second", floor.orders() / floor.seconds(), "1/s")
                .clients(clients));
        run.note(Figure.of(name + ".limit.rows_per_order", (double) floor.rows() / floor.orders(), "rows")
                .clients(clients));
        run.note(Figure.of(
                        name + ".limit.statements_per_order",
                        (double) floor.statements() / floor.orders(),
                        "statements")
                .clients(clients));
        run.say("  limit, %d clients: %.6f CPU s a line", clients, floor.cpuSecondsPerLine());
        return floor;
    }

    private Figure cost(String of, double value) {
        return Figure.of(name + of + "cpu_seconds_per_line", value, "s");
    }

    private void services(Run run, Traders traders, int clients, Limit.Measured floor, CpuTime cpu) throws Exception {
        var latencies = new Latencies();
        Watch watch = (step, work) -> latencies.timed(step.title(), () -> {
            work.run();
            return null;
        });
        List<Traders.Measured> rounds = new ArrayList<>();
        for (int round = 0; round < run.sizes().rounds(); round++) {
            rounds.add(traders.trade(clients, run.sizes().orders(), watch, cpu));
        }
        rounds.sort(Comparator.comparing(Traders.Measured::cpuSeconds));
        var measured = rounds.get(rounds.size() / 2);
        var ratio = measured.cpuSecondsPerLine() / floor.cpuSecondsPerLine();
        run.note(cost(".services.", measured.cpuSecondsPerLine())
                .limit(floor.cpuSecondsPerLine())
                .clients(clients));
        run.note(Figure.of(name + ".services.times_the_limit", ratio, "times")
                .limit(MOST_TIMES_THE_LIMIT)
                .clients(clients));
        noteSpeed(run, measured, clients);
        latencies.all().forEach((step, histogram) -> {
            for (var percentile : List.of(50, 99)) {
                run.note(Figure.of(
                                name + ".services." + step + ".p" + percentile,
                                latencies.milliseconds(step, percentile),
                                "ms")
                        .clients(clients));
            }
        });
        run.say(
                "  services, %d clients: %.6f CPU s a line, %.2f times the limit",
                clients, measured.cpuSecondsPerLine(), ratio);
    }

    private void noteSpeed(Run run, Traders.Measured measured, int clients) {
        double orders = measured.orders() / measured.seconds();
        run.note(Figure.of(name + ".services.lines_in_ledger", measured.lines(), "lines")
                .limit(measured.orders() * Trader.LINES)
                .clients(clients));
        run.note(Figure.of(name + ".services.orders_per_second", orders, "1/s").clients(clients));
        run.note(Figure.of(name + ".services.lines_per_hour", orders * Trader.LINES * SECONDS_AN_HOUR, "lines/h")
                .clients(clients));
        run.note(Figure.of(name + ".services.settling", measured.settlingSeconds(), "s")
                .clients(clients));
    }
}
