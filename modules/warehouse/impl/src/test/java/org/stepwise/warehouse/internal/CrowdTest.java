package org.stepwise.warehouse.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.testkit.OnBothDatabases;

/** Sixty-four clients want the same goods at once: exactly what there is goes out, and nobody sees a deadlock. */
class CrowdTest {
    private static final int CLIENTS = 64;

    /** Runs one call for each client at once; returns the codes of those refused. */
    private static List<String> crowd(Company company, IntConsumer work) throws Exception {
        var pool = Executors.newFixedThreadPool(CLIENTS);
        var start = new CountDownLatch(1);
        var calls = new ArrayList<Future<String>>();
        try {
            for (int client = 0; client < CLIENTS; client++) {
                var number = client;
                Callable<String> call = () -> {
                    start.await();
                    return outcome(company, () -> work.accept(number));
                };
                calls.add(pool.submit(call));
            }
            start.countDown();
            var refused = new ArrayList<String>();
            for (var call : calls) {
                if (call.get() != null) {
                    refused.add(call.get());
                }
            }
            return refused;
        } finally {
            pool.shutdownNow();
        }
    }

    private static String outcome(Company company, Runnable work) {
        try {
            company.run(work);
            return null;
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    @OnBothDatabases
    void exactlyWhatThereIsIsHeld(Database.Kind kind) throws Exception {
        try (var company = new Company(kind)) {
            company.product(1, "GOODS");
            company.product(2, "GOODS");
            company.enable();
            company.receive(1, "40", "1");
            company.receive(2, "64", "1");
            company.settle();

            var refused = crowd(company, client -> company.holds()
                    .hold(new Id(1000 + client), Map.of(new Id(2), BigDecimal.ONE, new Id(1), BigDecimal.ONE)));

            assertThat(refused).hasSize(CLIENTS - 40).containsOnly("warehouse.stock.not-available");
            assertThat(company.figure("SELECT SUM(quantity) FROM warehouse.stock_hold WHERE product = 1"))
                    .isEqualByComparingTo("40");
            assertThat(company.figure("SELECT SUM(quantity) FROM warehouse.stock_hold WHERE product = 2"))
                    .isEqualByComparingTo("40");
        }
    }

    @OnBothDatabases
    void exactlyWhatThereIsIsDelivered(Database.Kind kind) throws Exception {
        try (var company = new Company(kind)) {
            company.customer();
            company.product(1, "GOODS");
            company.product(2, "GOODS");
            company.enable();
            var orders = new ArrayList<Id>();
            for (int client = 0; client < CLIENTS; client++) {
                orders.add(company.order(1000 + client, Company.line(1, 2, "1"), Company.line(2, 1, "1")));
            }
            company.receive(1, "40", "2");
            company.receive(2, "64", "3");
            company.settle();

            var refused = crowd(company, client -> company.stock().deliver(orders.get(client), null));

            assertThat(refused).hasSize(CLIENTS - 40).containsOnly("warehouse.stock.not-available");
            assertThat(company.figure("SELECT on_hand FROM warehouse.stock WHERE product = 1"))
                    .isZero();
            assertThat(company.figure("SELECT on_hand FROM warehouse.supply WHERE product = 1"))
                    .isZero();
            assertThat(company.figure("SELECT amount FROM warehouse.stock_value WHERE product = 1"))
                    .isZero();
            assertThat(company.figure("SELECT on_hand FROM warehouse.stock WHERE product = 2"))
                    .isEqualByComparingTo("24");
            assertThat(company.figure("SELECT COUNT(DISTINCT number) FROM warehouse.document WHERE kind = 'DELIVERY'"))
                    .isEqualByComparingTo("40");
        }
    }
}
