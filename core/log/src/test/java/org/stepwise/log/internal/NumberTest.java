package org.stepwise.log.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.log.Numbers;
import org.stepwise.log.internal.delivery.Dispatcher;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.testkit.Eventually;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Store;

/** Sixteen clerks write bills, every fifth is torn up: the numbers have no gap, in the order of the log. */
class NumberTest {
    private static final int CLERKS = 16;
    private static final int BILLS = 25;

    @Law(16)
    @OnBothDatabases
    void numbersHaveNoGapWhateverIsRolledBack(Database.Kind kind) throws Exception {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            Map<Id, String> answered = new ConcurrentHashMap<>();
            ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
            List<Future<?>> shifts = new ArrayList<>();
            for (int clerk = 0; clerk < CLERKS; clerk++) {
                shifts.add(clerks.submit(() -> IntStream.range(0, BILLS).forEach(bill -> bill(shop, bill, answered))));
            }
            for (Future<?> shift : shifts) {
                shift.get(120, TimeUnit.SECONDS);
            }
            clerks.shutdown();
            List<String> inLogOrder = shop.all("shop.billed").stream()
                    .map(event -> answered.get(event.document()))
                    .toList();
            assertThat(inLogOrder)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, CLERKS * BILLS * 4 / 5)
                            .mapToObj("BILL-%06d"::formatted)
                            .toList());
            assertThat(shop.all("erp.document-numbered")).hasSameSizeAs(inLogOrder);
        }
    }

    private static void bill(Shop shop, int bill, Map<Id, String> answered) {
        Id document = shop.platform.service(Ids.class).next();
        try {
            shop.transactions.run(() -> {
                shop.log.record("shop", Shop.TODAY, new Billed(document));
                if (bill % 5 == 0) {
                    throw new IllegalStateException("torn up");
                }
            });
            answered.put(
                    document,
                    shop.platform
                            .service(Numbers.class)
                            .await(Shop.COMPANY, document)
                            .orElseThrow());
        } catch (IllegalStateException tornUp) {
            assertThat(tornUp).hasMessage("torn up");
        }
    }

    @Law(16)
    @OnBothDatabases
    void aBillCommittedJustBeforeAStopIsNumberedAfterTheStart(Database.Kind kind) throws Exception {
        try (Store store = Store.create(kind)) {
            Id document = new Id(5);
            try (Shop shop = new Shop(store)) {
                shop.platform.service(Dispatcher.class).close();
                shop.record(new Billed(document));
            }
            try (Shop shop = new Shop(store)) {
                Numbers numbers = shop.platform.service(Numbers.class);
                Eventually.eventually(
                        () -> assertThat(numbers.find(Shop.COMPANY, document)).contains("BILL-000001"));
                assertThat(shop.all("shop.billed"))
                        .hasSize(1)
                        .extracting(Envelope::series)
                        .containsExactly("BILL");
                assertThat(numbers.find(Shop.COMPANY, new Id(6))).isEmpty();
            }
        }
    }
}
