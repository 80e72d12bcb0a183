package org.stepwise.bench.services;

import java.util.List;
import org.stepwise.bench.Benchmark;
import org.stepwise.bench.Clients;
import org.stepwise.bench.CpuTime;
import org.stepwise.bench.Figure;
import org.stepwise.bench.Profile;
import org.stepwise.bench.Run;
import org.stepwise.bench.Waiting;
import org.stepwise.bench.trade.Shop;
import org.stepwise.bench.trade.Traders;
import org.stepwise.bench.trade.Users;
import org.stepwise.testkit.Store;

/** A company that has worked with sales alone switches accounting on, and then the warehouse, while people go on. */
public final class CatchUp implements Benchmark {
    private static final int ORDERS_A_DAY = 1_000;
    private static final int EVENTS_AN_ORDER = 6;
    private static final double EVENTS_A_SECOND = 5_000;
    private static final double HEAP_MEGABYTES = 512;
    private static final double TIMES_SLOWER = 2;
    private static final double MEGABYTE = 1024 * 1024;

    @Override
    public String name() {
        return "catch-up";
    }

    @Override
    public String title() {
        return "switching accounting and the warehouse on over a long history while people work";
    }

    @Override
    public void run(Run run) throws Exception {
        try (var store = Store.createDurable(run.database());
                var shop = Shop.open(store, List.of("crm"))) {
            var traders = Traders.open(shop, false, Users.PEOPLE, run.sizes().products());
            fill(run, shop, traders);
            double before;
            try (var users = new Users(traders)) {
                Waiting.until(() -> users.worked() >= run.sizes().reads());
                before = users.p99Milliseconds();
            }
            run.note(Figure.of("catch-up.users_before.p99", before, "ms").clients(Users.PEOPLE));
            Profile.around(run.profile(), () -> {
                for (var module : List.of("accounting", "warehouse")) {
                    enable(run, shop, traders, module, before);
                }
            });
        }
    }

    private static void fill(Run run, Shop shop, Traders traders) throws Exception {
        run.say("  filling up to %d events", run.sizes().events());
        int wanted = run.sizes().events();
        for (long events = 0; events < wanted; events = events(shop)) {
            int today = (int) Math.min(ORDERS_A_DAY, 1 + (wanted - events) / EVENTS_AN_ORDER);
            traders.welcome(today);
            Clients.work(
                    Users.PEOPLE, today, client -> job -> traders.trader(client).tradeByHand());
            shop.settle();
            shop.nextDay();
        }
    }

    private static long events(Shop shop) throws Exception {
        return shop.number("SELECT COUNT(*) FROM eventlog.event");
    }

    private static void enable(Run run, Shop shop, Traders traders, String module, double before) throws Exception {
        var name = "catch-up." + module;
        var cpu = CpuTime.of(shop.store());
        long events = events(shop);
        run.say("  enabling %s over %d events", module, events);
        double seconds;
        try (var heap = HeapWatch.start();
                var users = new Users(traders)) {
            double cpuBefore = cpu.seconds();
            long began = System.nanoTime();
            shop.company().begin(module);
            Waiting.until(() -> shop.isOn(module));
            seconds = (System.nanoTime() - began) / 1e9;
            run.note(Figure.of(name + ".cpu_seconds_per_event", (cpu.seconds() - cpuBefore) / events, "s"));
            run.note(Figure.of(name + ".heap", heap.bytes() / MEGABYTE, "MB, most after a collection")
                    .limit(HEAP_MEGABYTES));
            if (users.worked() > 0) {
                run.note(Figure.of(name + ".users_meanwhile.p99", users.p99Milliseconds(), "ms")
                        .limit(TIMES_SLOWER * before)
                        .clients(Users.PEOPLE));
            }
            run.note(Figure.of(name + ".users_failures", users.failures(), "failures")
                    .limit(0)
                    .clients(Users.PEOPLE));
        }
        shop.settle();
        run.note(Figure.of(name + ".events_per_second", events / seconds, "1/s").limit(EVENTS_A_SECOND));
    }
}
