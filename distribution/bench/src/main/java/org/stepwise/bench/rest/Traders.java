package org.stepwise.bench.rest;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.stepwise.bench.Clients;
import org.stepwise.bench.Latencies;
import org.stepwise.bench.Waiting;
import org.stepwise.driver.RunningErp;

/** The clients of a server, each logged in for itself and with an assortment of its own. */
public final class Traders {
    private static final String RECEIVABLE = "1200";

    private final Server server;
    private final Client observer;
    private final List<Assortment> assortments = new ArrayList<>();
    private final List<Trader> traders = new ArrayList<>();
    private final OperatingSystemMXBean own = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** What one measurement found; the clients' own CPU time apart from the server's. */
    public record Measured(int orders, double serverSeconds, double clientSeconds, double seconds) {
        double lines() {
            return (double) orders * Trader.LINES;
        }
    }

    private Traders(Server server) {
        this.server = server;
        this.observer = server.login();
    }

    public static Traders open(Server server, int clients, int products) throws Exception {
        // Java's client would keep five connections and open the others anew for each request.
        System.setProperty("http.maxConnections", String.valueOf(clients + 1));
        var traders = new Traders(server);
        Assortment.levyTax(traders.observer, RunningErp.FOUNDED);
        for (int i = 0; i < clients; i++) {
            var client = server.login();
            var assortment = new Assortment(client, String.valueOf(i));
            traders.assortments.add(assortment);
            traders.traders.add(new Trader(client, assortment, i));
        }
        Clients.work(
                Math.min(2, clients),
                clients,
                client -> job -> traders.assortments.get(job).stock(products, RunningErp.FOUNDED));
        return traders;
    }

    /** So many orders by so many clients; ends when the last of their lines is in the ledger. */
    public Measured trade(int clients, int orders, Latencies latencies) throws Exception {
        for (int i = 0; i < traders.size(); i++) {
            assortments.get(i).welcome(traders.get(i).taken() + orders);
        }
        settle();
        double serverBefore = server.cpuSeconds();
        double clientBefore = own.getProcessCpuTime() / 1e9;
        long began = System.nanoTime();
        Clients.work(clients, orders, client -> {
            var trader = traders.get(client);
            return job -> trader.trade(latencies);
        });
        settle();
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Measured(
                orders, server.cpuSeconds() - serverBefore, own.getProcessCpuTime() / 1e9 - clientBefore, seconds);
    }

    /** Waits until the ledger has all that was invoiced. */
    private void settle() {
        var invoiced = traders.stream().map(Trader::invoiced).reduce(BigDecimal.ZERO, BigDecimal::add);
        Waiting.until(() -> receivable().compareTo(invoiced) == 0);
    }

    private BigDecimal receivable() {
        for (var account : observer.get("/api/accounting/trial-balance").body().path("items")) {
            if (account.path("account").asText().equals(RECEIVABLE)) {
                return new BigDecimal(account.path("debit").asText());
            }
        }
        return BigDecimal.ZERO;
    }
}
