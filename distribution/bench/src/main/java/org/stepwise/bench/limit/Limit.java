package org.stepwise.bench.limit;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.stepwise.bench.Clients;
import org.stepwise.bench.CpuTime;
import org.stepwise.data.Database;
import org.stepwise.testkit.Store;

/**
 * The floor of an order: a fixed list of 57 rows (order 1 + 5, delivery 1 + 5, movements 5, stock 5, cost layers 5,
 * invoice 1 + 5 + tax 1, journals 3 + 12 lines, events 8 of 1 kB) by plain JDBC. What is read first are the five
 * products' stock and layers. The list is fixed so that what the product writes too much does not raise it.
 */
public final class Limit {
    private final Store store;
    private final int products;
    private final AtomicLong orders = new AtomicLong();

    /** What one measurement found. */
    public record Measured(int orders, long rows, long statements, double cpuSeconds, double seconds) {
        public double cpuSecondsPerLine() {
            return cpuSeconds / orders / LimitWriter.LINES;
        }
    }

    /** {@code products} for each of at most {@code clients}. */
    public Limit(Store store, int clients, int products) throws SQLException {
        this.store = store;
        this.products = products;
        try (var connection = connect()) {
            LimitTables.create(connection, store.kind());
            connection.setAutoCommit(false);
            fill(connection, (long) clients * products);
            connection.commit();
        }
    }

    private Connection connect() throws SQLException {
        var rewrite = store.kind() == Database.Kind.POSTGRESQL ? "&reWriteBatchedInserts=true" : "";
        return DriverManager.getConnection(store.url() + rewrite);
    }

    private static void fill(Connection connection, long products) throws SQLException {
        var enough = new BigDecimal(1_000_000_000);
        try (var stock = connection.prepareStatement("INSERT INTO limits.stock VALUES (1, ?, ?)");
                var layer = connection.prepareStatement("INSERT INTO limits.layer VALUES (1, ?, 1, ?, ?)")) {
            for (long product = 0; product < products; product++) {
                stock.setLong(1, product);
                stock.setBigDecimal(2, enough);
                stock.addBatch();
                layer.setLong(1, product);
                layer.setBigDecimal(2, enough);
                layer.setBigDecimal(3, enough);
                layer.addBatch();
            }
            stock.executeBatch();
            layer.executeBatch();
        }
    }

    /** Writes so many orders with so many clients, each on products of its own. */
    public Measured measure(int clients, int wanted, CpuTime cpu) throws Exception {
        List<LimitWriter> writers = new ArrayList<>();
        try {
            for (int i = 0; i < clients; i++) {
                writers.add(new LimitWriter(connect()));
            }
            double cpuBefore = cpu.seconds();
            long began = System.nanoTime();
            Clients.work(clients, wanted, client -> {
                var writer = writers.get(client);
                var random = new Random(client);
                return order -> writer.write(orders.incrementAndGet(), chosen(client, random));
            });
            double seconds = (System.nanoTime() - began) / 1e9;
            return new Measured(
                    wanted,
                    writers.stream().mapToLong(LimitWriter::rows).sum(),
                    writers.stream().mapToLong(LimitWriter::statements).sum(),
                    cpu.seconds() - cpuBefore,
                    seconds);
        } finally {
            for (var writer : writers) {
                writer.close();
            }
        }
    }

    /** Five different products, rising. */
    private long[] chosen(int client, Random random) {
        return random.ints(0, products)
                .distinct()
                .limit(LimitWriter.LINES)
                .sorted()
                .mapToLong(product -> (long) client * products + product)
                .toArray();
    }
}
