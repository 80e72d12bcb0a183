package org.stepwise.bench.services;

import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.stepwise.accounting.LedgerService;
import org.stepwise.accounting.LedgerService.NewPayment;
import org.stepwise.bench.Benchmark;
import org.stepwise.bench.Figure;
import org.stepwise.bench.Latencies;
import org.stepwise.bench.Run;
import org.stepwise.bench.trade.Assortment;
import org.stepwise.bench.trade.Shop;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.testkit.Store;

/** How long after a commit, with nobody else at work, its reaction is finished: from a payment to its journal. */
public final class Reactions implements Benchmark {
    private static final String WORK = "reaction";
    private static final long IDLE_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long PATIENCE_MILLISECONDS = 10_000;
    private static final double MEDIAN_MILLISECONDS = 5;
    private static final double P99_MILLISECONDS = 25;

    @Override
    public String name() {
        return "reaction";
    }

    @Override
    public String title() {
        return "from the commit of a payment to its journal, idle";
    }

    @Override
    public void run(Run run) throws Exception {
        try (var store = Store.createDurable(run.database());
                var shop = Shop.open(store)) {
            var payers = new Assortment(shop, "payers");
            payers.welcome(1);
            shop.settle();
            react(shop, payers, run.sizes().warmUp() / 10, new Latencies());
            var latencies = new Latencies();
            react(shop, payers, Math.max(1, run.sizes().orders() / 10), latencies);
            run.note(Figure.of("reaction.idle.p50", latencies.milliseconds(WORK, 50), "ms")
                    .limit(MEDIAN_MILLISECONDS)
                    .clients(1));
            run.note(Figure.of("reaction.idle.p99", latencies.milliseconds(WORK, 99), "ms")
                    .limit(P99_MILLISECONDS)
                    .clients(1));
        }
    }

    private static void react(Shop shop, Assortment payers, int payments, Latencies latencies) {
        var ledger = shop.service(LedgerService.class);
        var log = shop.service(Log.class);
        var deliveries = shop.service(Deliveries.class);
        var company = shop.company().id();
        for (int i = 0; i < payments; i++) {
            int payer = i;
            LockSupport.parkNanos(IDLE_NANOSECONDS);
            shop.as(() -> ledger.receivePayment(
                    new NewPayment(payers.buyer(payer % 20), null, BigDecimal.TEN, shop.today(), null)));
            long position = log.last();
            var finished = latencies.timed(
                    WORK, () -> deliveries.await(company, "accounting", position, PATIENCE_MILLISECONDS));
            if (!finished) {
                throw new IllegalStateException("the ledger did not take in a payment within ten seconds");
            }
        }
    }
}
