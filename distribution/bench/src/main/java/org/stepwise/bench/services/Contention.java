package org.stepwise.bench.services;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.stepwise.bench.Benchmark;
import org.stepwise.bench.Clients;
import org.stepwise.bench.Figure;
import org.stepwise.bench.Latencies;
import org.stepwise.bench.Run;
import org.stepwise.bench.trade.Assortment;
import org.stepwise.bench.trade.Shop;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.OrderService.NewLine;
import org.stepwise.crm.OrderService.NewOrder;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.NewPrice;
import org.stepwise.testkit.Store;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.StockService.NewOpening;
import org.stepwise.warehouse.StockService.NewReceiptLine;

/**
 * Many writers who want the same: one product, of which there is half of what they want, one customer, one number
 * series. Each order is of one piece, and delivered at once.
 */
public final class Contention implements Benchmark {
    private static final String SOLD_OUT = "warehouse.stock.not-available";
    private static final double LONGEST_WAIT_MILLISECONDS = 500;

    @Override
    public String name() {
        return "contention";
    }

    @Override
    public String title() {
        return "many writers on one product, one customer and one number series";
    }

    @Override
    public void run(Run run) throws Exception {
        try (var store = Store.createDurable(run.database());
                var shop = Shop.open(store)) {
            int warmUp = Math.max(1, run.sizes().warmUp() / 10);
            run.say("  warming up with %d orders", warmUp);
            new Rush(shop, "warm-up", warmUp).of(run.sizes().writers());
            int wanted = Math.max(2, run.sizes().orders() / 10);
            run.say("  %d writers, %d orders", run.sizes().writers(), wanted);
            var rush = new Rush(shop, "wanted", wanted);
            double seconds = rush.of(run.sizes().writers());
            rush.note(run, seconds);
        }
    }

    /** The writers at work on one product. */
    private static final class Rush {
        private final Shop shop;
        private final int wanted;
        private final Id product;
        private final Id customer;
        private final OrderService orders;
        private final StockService stock;
        private final Latencies latencies = new Latencies();
        private final Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();

        private Rush(Shop shop, String code, int wanted) {
            this.shop = shop;
            this.wanted = wanted;
            this.orders = shop.service(OrderService.class);
            this.stock = shop.service(StockService.class);
            this.product = shop.as(() -> product(code));
            var assortment = new Assortment(shop, code);
            assortment.welcome(1);
            this.customer = assortment.buyer(0);
            shop.settle();
        }

        private Id product(String code) {
            var desk = shop.service(Products.class);
            var id = desk.record(
                    new Products.NewProduct(code, code, "Goods", "PCE", "GOODS", Shop.TAX_CODE, true), shop.today());
            desk.setPrice(id, new NewPrice(BigDecimal.TEN, shop.today()));
            var line = new NewReceiptLine(id, new BigDecimal(pieces()), BigDecimal.ONE);
            stock.open(new NewOpening(shop.today(), List.of(line)));
            return id;
        }

        private int pieces() {
            return (wanted + 1) / 2;
        }

        private double of(int writers) throws Exception {
            long began = System.nanoTime();
            Clients.work(
                    writers,
                    wanted,
                    writer -> job -> shop.as(() -> {
                        order();
                        return null;
                    }));
            shop.settle();
            return (System.nanoTime() - began) / 1e9;
        }

        private void order() {
            try {
                var line = new NewLine(product, BigDecimal.ONE, null, null);
                var wish = new NewOrder(customer, null, null, shop.today(), null, BigDecimal.ZERO, List.of(line));
                var order = latencies.timed("draft", () -> orders.draft(wish));
                latencies.timed("hold", () -> {
                    orders.hold(order, -1);
                    return null;
                });
                latencies.timed("confirm", () -> orders.confirm(order, -1, shop.today()));
                latencies.timed("deliver", () -> stock.deliver(order, shop.today()));
                count("delivered");
            } catch (Refusal refusal) {
                count(refusal.code());
            } catch (RuntimeException failure) {
                count(failure.getClass().getSimpleName());
            }
        }

        private void count(String outcome) {
            outcomes.computeIfAbsent(outcome, key -> new LongAdder()).increment();
        }

        private long times(String outcome) {
            return outcomes.getOrDefault(outcome, new LongAdder()).sum();
        }

        private void note(Run run, double seconds) {
            int writers = run.sizes().writers();
            long delivered = times("delivered");
            long soldOut = times(SOLD_OUT);
            run.note(Figure.of("contention.orders_per_second", wanted / seconds, "1/s")
                    .clients(writers));
            run.note(Figure.of("contention.delivered", delivered, "orders")
                    .limit(pieces())
                    .clients(writers));
            run.note(Figure.of("contention.not_available", soldOut, "orders")
                    .limit(wanted - pieces())
                    .clients(writers));
            run.note(Figure.of("contention.failed", wanted - delivered - soldOut, "orders")
                    .limit(0)
                    .clients(writers));
            outcomes.forEach((outcome, times) -> run.say("  %6d %s", times.sum(), outcome));
            latencies.all().forEach((verb, histogram) -> noteWaits(run, verb, histogram));
        }

        private static void noteWaits(Run run, String verb, Histogram histogram) {
            int writers = run.sizes().writers();
            run.note(Figure.of("contention." + verb + ".p99", histogram.getValueAtPercentile(99) / 1e6, "ms")
                    .clients(writers));
            run.note(Figure.of("contention." + verb + ".longest", histogram.getMaxValue() / 1e6, "ms")
                    .limit(LONGEST_WAIT_MILLISECONDS)
                    .clients(writers));
        }
    }
}
