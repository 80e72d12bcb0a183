package org.stepwise.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.transaction.Synchronization;
import javax.transaction.TransactionSynchronizationRegistry;
import org.stepwise.data.Database;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Store;

/** Sixteen clerks sell at once, some slowly, some change their mind: everybody reads every sale, in one order. */
class OrderTest {
    private static final int WRITERS = 16;
    private static final int SALES = 60;
    private static final int ROUNDS = 30;

    @Law(3)
    @OnBothDatabases
    void anEventThatCommitsLateIsNeverSkipped(Database.Kind kind) throws Exception {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.switchOn("stock");
            LogReader careful = new LogReader(shop, 0, shop.log::horizon);
            inParallel(() -> sellSomehow(shop));
            careful.stop();
            shop.caughtUp("stock");
            List<Long> written =
                    shop.all("shop.sold").stream().map(Envelope::position).toList();
            assertThat(written).hasSizeGreaterThan(WRITERS * SALES / 2);
            assertThat(shop.stock.positions).containsExactlyElementsOf(written);
            assertThat(careful.seen).containsExactlyElementsOf(written);
        }
    }

    /** Without delays the gap between taking a place and being seen is short: a few rounds may be needed to hit it. */
    @Law(3)
    @OnBothDatabases
    void aNaiveReaderSkips(Database.Kind kind) throws Exception {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            boolean skipped = false;
            for (int round = 0; round < ROUNDS && !skipped; round++) {
                long start = shop.log.horizon();
                LogReader naive = new LogReader(shop, start, () -> Long.MAX_VALUE);
                inParallel(() -> shop.sell("nails", 1));
                naive.stop();
                long written = shop.all("shop.sold").stream()
                        .filter(event -> event.position() > start)
                        .count();
                skipped = naive.seen.size() < written;
            }
            assertThat(skipped)
                    .as("a naive reader skips, or these tests prove nothing")
                    .isTrue();
        }
    }

    private static void inParallel(Runnable sale) throws Exception {
        ExecutorService clerks = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> shifts = new ArrayList<>();
        for (int clerk = 0; clerk < WRITERS; clerk++) {
            shifts.add(clerks.submit(() -> {
                for (int count = 0; count < SALES; count++) {
                    sale.run();
                }
            }));
        }
        for (Future<?> shift : shifts) {
            shift.get(120, TimeUnit.SECONDS);
        }
        clerks.shutdown();
    }

    private static void sellSomehow(Shop shop) {
        int luck = ThreadLocalRandom.current().nextInt(10);
        try {
            shop.transactions.run(() -> {
                if (luck == 0) {
                    registerSlowCommit(shop);
                }
                for (int i = 0; i <= luck % 3; i++) {
                    shop.log.record("shop", Shop.TODAY, shop.sold("nails", luck));
                }
                if (luck == 1) {
                    throw new IllegalStateException("the customer has left");
                }
            });
        } catch (IllegalStateException changedMind) {
            assertThat(changedMind).hasMessage("the customer has left");
        }
    }

    /** Between the place in the log and the commit: registered after the log's own part, so called after it. */
    private static void registerSlowCommit(Shop shop) {
        shop.log.record("shop", Shop.TODAY, shop.sold("screws", 1));
        TransactionSynchronizationRegistry registry = shop.platform.service(TransactionSynchronizationRegistry.class);
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(15));
            }

            @Override
            public void afterCompletion(int status) {}
        });
    }
}
