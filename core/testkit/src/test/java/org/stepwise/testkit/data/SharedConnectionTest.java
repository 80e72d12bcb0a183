package org.stepwise.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.stepwise.data.Database;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;

/** Two who had one connection at once would commit and roll back each other's changes. */
class SharedConnectionTest {
    private static final int CLIENTS = 8;
    private static final int TRANSACTIONS = 500;

    @Law(13)
    @OnBothDatabases
    void manyTransactionsAtOnceNeverShareAConnection(Database.Kind kind) throws Exception {
        var threads = Executors.newFixedThreadPool(CLIENTS);
        try (var platform = Platform.on(kind).start()) {
            platform.service(Database.class).migrate("sample", SharedConnectionTest.class.getClassLoader());
            var clients = new ArrayList<Callable<Integer>>();
            IntStream.range(0, CLIENTS)
                    .forEach(client -> clients.add(() -> {
                        IntStream.range(0, TRANSACTIONS).forEach(number -> send(platform, client, number));
                        return client;
                    }));
            for (var client : threads.invokeAll(clients)) {
                client.get(60, TimeUnit.SECONDS);
            }
            assertThat(parcels(platform.service(Sql.class))).isEqualTo(CLIENTS * TRANSACTIONS);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void send(Platform platform, int client, int number) {
        var sql = platform.service(Sql.class);
        platform.service(Transactions.class)
                .run(() -> sql.write(
                        "INSERT INTO sample.parcel (company, id, version) VALUES (1, ?, 1)",
                        (long) client * TRANSACTIONS + number));
    }

    private static long parcels(Sql sql) {
        return sql.first(row -> row.getLong(1), "SELECT COUNT(*) FROM sample.parcel")
                .orElseThrow();
    }
}
