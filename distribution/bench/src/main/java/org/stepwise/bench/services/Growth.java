package org.stepwise.bench.services;

import org.stepwise.bench.Benchmark;
import org.stepwise.bench.CpuTime;
import org.stepwise.bench.Figure;
import org.stepwise.bench.Run;
import org.stepwise.bench.trade.Shop;
import org.stepwise.bench.trade.Traders;
import org.stepwise.bench.trade.Watch;
import org.stepwise.testkit.Store;

/** What an order costs and a look at the data takes as they grow; filled through the real verbs, day by day. */
public final class Growth implements Benchmark {
    private static final int CLIENTS = 2;
    private static final int FILLING_CLIENTS = 8;
    private static final int ORDERS_A_DAY = 1_000;
    private static final double DEARER_AT_MOST = 1.15;
    private static final double BYTES_AT_MOST = 12 * 1024;

    private final String name;
    private final boolean trading;

    private Growth(String name, boolean trading) {
        this.name = name;
        this.trading = trading;
    }

    /** Costs and readings at each size. */
    public static Growth traded() {
        return new Growth("growth", true);
    }

    /** Readings at the largest size only. */
    public static Growth readOnly() {
        return new Growth("read", false);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return trading
                ? "the cost of an order and of looking at the data as they grow"
                : "lists, details and the trial balance of a large company";
    }

    @Override
    public void run(Run run) throws Exception {
        if (trading && run.sizes().warmUp() > 0) {
            warmUp(run);
        }
        try (var store = Store.createDurable(run.database());
                var shop = Shop.open(store)) {
            var traders = Traders.open(shop, false, FILLING_CLIENTS, run.sizes().products());
            var filling = new Filling(name, run, shop, traders);
            double first = 0;
            for (int level : run.sizes().fill()) {
                filling.upTo(level);
                if (trading) {
                    var cost = filling.cost(level);
                    first = first == 0 ? cost : first;
                    run.note(Figure.of(name + ".at_" + level + ".times_the_first", cost / first, "times")
                            .limit(DEARER_AT_MOST)
                            .clients(CLIENTS));
                    new Readings(run, shop).note(name + ".at_" + level);
                }
            }
            if (!trading) {
                new Readings(run, shop).note(name);
            }
        }
    }

    /** In a company of its own: the one that is measured is to be small at first. */
    private static void warmUp(Run run) throws Exception {
        run.say("  warming up with %d orders", run.sizes().warmUp());
        try (var store = Store.createDurable(run.database());
                var shop = Shop.open(store)) {
            Traders.open(shop, false, CLIENTS, run.sizes().products())
                    .trade(CLIENTS, run.sizes().warmUp(), Watch.NOBODY, CpuTime.of(store));
        }
    }

    /** The shop as it fills. */
    private static final class Filling {
        private final String name;
        private final Run run;
        private final Shop shop;
        private final Traders traders;
        private final CpuTime cpu;
        private final long emptyBytes;
        private int orders;

        private Filling(String name, Run run, Shop shop, Traders traders) throws Exception {
            this.name = name;
            this.run = run;
            this.shop = shop;
            this.traders = traders;
            this.cpu = CpuTime.of(shop.store());
            this.emptyBytes = shop.bytes();
        }

        private String at(int level) {
            return name + ".at_" + level;
        }

        private void upTo(int level) throws Exception {
            run.say("  filling up to %d orders", level);
            while (orders < level) {
                int today = Math.min(ORDERS_A_DAY, level - orders);
                traders.trade(FILLING_CLIENTS, today, Watch.NOBODY, cpu);
                orders += today;
                shop.nextDay();
            }
            run.note(Figure.of(at(level) + ".bytes_per_order", (double) (shop.bytes() - emptyBytes) / orders, "bytes")
                    .limit(BYTES_AT_MOST));
        }

        private double cost(int level) throws Exception {
            var measured = traders.trade(CLIENTS, Math.min(level, run.sizes().orders()), Watch.NOBODY, cpu);
            orders += measured.orders();
            run.note(Figure.of(at(level) + ".cpu_seconds_per_line", measured.cpuSecondsPerLine(), "s")
                    .clients(CLIENTS));
            run.say("  at %d orders: %.6f CPU s a line", level, measured.cpuSecondsPerLine());
            return measured.cpuSecondsPerLine();
        }
    }
}
