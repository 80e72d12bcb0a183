package org.stepwise.bench.trade;

import java.util.ArrayList;
import java.util.List;
import org.stepwise.bench.Clients;
import org.stepwise.bench.CpuTime;

/** The clients of a shop, each with an assortment of its own. */
public final class Traders {
    private final Shop shop;
    private final boolean paying;
    private final List<Assortment> assortments;
    private final List<Trader> traders;

    /** What one measurement found. */
    public record Measured(int orders, long lines, double cpuSeconds, double seconds, double settlingSeconds) {
        public double cpuSecondsPerLine() {
            return cpuSeconds / lines;
        }
    }

    private Traders(Shop shop, boolean paying, List<Assortment> assortments) {
        this.shop = shop;
        this.paying = paying;
        this.assortments = assortments;
        this.traders = new ArrayList<>();
        for (int i = 0; i < assortments.size(); i++) {
            traders.add(new Trader(shop, assortments.get(i), i));
        }
    }

    public static Traders open(Shop shop, boolean paying, int clients, int products) throws Exception {
        List<Assortment> assortments = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            assortments.add(new Assortment(shop, String.valueOf(i)));
        }
        Clients.work(
                Math.min(2, clients),
                clients,
                client -> job -> assortments.get(job).stock(products));
        shop.settle();
        return new Traders(shop, paying, assortments);
    }

    /** The same, in the same company opened again. */
    public Traders in(Shop reopened) {
        return new Traders(reopened, paying, assortments);
    }

    public Trader trader(int client) {
        return traders.get(client);
    }

    /** Customers for so many orders more; any client may get all of them, for they share them as they come. */
    public void welcome(int orders) {
        for (int i = 0; i < traders.size(); i++) {
            assortments.get(i).welcome(traders.get(i).taken() + orders);
        }
    }

    /** So many orders by so many clients; ends when the last of their lines is in the ledger. */
    public Measured trade(int clients, int orders, Watch watch, CpuTime cpu) throws Exception {
        welcome(orders);
        shop.settle();
        long before = shop.invoicesInLedger();
        double cpuBefore = cpu.seconds();
        long began = System.nanoTime();
        Clients.work(clients, orders, client -> {
            var trader = traders.get(client);
            return job -> trader.trade(watch, paying);
        });
        long traded = System.nanoTime();
        shop.settle();
        long settled = System.nanoTime();
        double cpuSeconds = cpu.seconds() - cpuBefore;
        long posted = shop.invoicesInLedger() - before;
        requireAll(orders, posted);
        return new Measured(
                orders, posted * Trader.LINES, cpuSeconds, (settled - began) / 1e9, (settled - traded) / 1e9);
    }

    private static void requireAll(int orders, long posted) {
        if (posted != orders) {
            throw new IllegalStateException(orders + " orders were invoiced and " + posted + " are in the ledger");
        }
    }
}
