package org.stepwise.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;
import org.stepwise.log.Numbers;
import org.stepwise.log.event.Fact;
import org.stepwise.testkit.Eventually;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Store;

/** Till receipts are numbered in the order of their days; bills are written whenever somebody finds the time. */
class NumbersFollowDaysTest {
    private static final LocalDate SUNDAY = Shop.TODAY.minusDays(1);
    private static final LocalDate MONDAY = Shop.TODAY;

    @Law(16)
    @OnBothDatabases
    void noDocumentIsDatedBeforeTheNewestOfItsSeries(Database.Kind kind) throws Exception {
        try (Store store = Store.create(kind)) {
            try (Shop shop = new Shop(store)) {
                record(shop, SUNDAY, new Receipted(new Id(1)));
                record(shop, MONDAY, new Receipted(new Id(2)));
                refused(shop, SUNDAY, new Receipted(new Id(3)));
                record(shop, MONDAY, new Receipted(new Id(4)));
                record(shop, MONDAY, new Billed(new Id(5)));
                record(shop, SUNDAY, new Billed(new Id(6)));
                numbered(shop, new Id(4), "TILL-000003");
                numbered(shop, new Id(6), "BILL-000002");
                assertThat(shop.platform.service(Numbers.class).outOfOrder(Shop.COMPANY, Set.of("TILL")))
                        .isEmpty();
            }
            try (Shop reopened = new Shop(store)) {
                refused(reopened, SUNDAY, new Receipted(new Id(7)));
                record(reopened, MONDAY, new Receipted(new Id(8)));
                numbered(reopened, new Id(8), "TILL-000004");
            }
        }
    }

    @Law(16)
    @OnBothDatabases
    void whatOneTransactionIssuesFollowsTheDaysToo(Database.Kind kind) throws Exception {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            assertThatThrownBy(() -> shop.transactions.run(() -> {
                        shop.log.record("shop", MONDAY, new Receipted(new Id(1)));
                        shop.log.record("shop", SUNDAY, new Receipted(new Id(2)));
                    }))
                    .isInstanceOf(Rejected.class);
            record(shop, SUNDAY, new Receipted(new Id(3)));
            numbered(shop, new Id(3), "TILL-000001");
        }
    }

    /** Around midnight one is still dated yesterday while the other has become a document of today. */
    @OnBothDatabases
    void twoUnderWayAtOnceAreTakenInAndListed(Database.Kind kind) throws Exception {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            record(shop, SUNDAY, new Receipted(new Id(1)));
            shop.transactions.run(() -> {
                shop.log.record("shop", SUNDAY, new Receipted(new Id(2)));
                CompletableFuture.runAsync(() -> record(shop, MONDAY, new Receipted(new Id(3))))
                        .join();
            });
            numbered(shop, new Id(2), "TILL-000003");
            assertThat(shop.platform.service(Numbers.class).outOfOrder(Shop.COMPANY, List.of("TILL", "BILL")))
                    .containsExactly(new Numbers.OutOfOrder(new Id(2), "TILL-000003", SUNDAY, MONDAY));
            assertThat(shop.platform.service(Numbers.class).outOfOrder(Shop.COMPANY, List.of("BILL")))
                    .isEmpty();
        }
    }

    private static void record(Shop shop, LocalDate on, Fact fact) {
        shop.transactions.run(() -> shop.log.record("shop", on, fact));
    }

    private static void refused(Shop shop, LocalDate on, Fact fact) {
        assertThatThrownBy(() -> record(shop, on, fact))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.code()).isEqualTo("erp.number.behind"))
                .hasMessageContaining("choose " + MONDAY);
    }

    private static void numbered(Shop shop, Id document, String number) {
        Numbers numbers = shop.platform.service(Numbers.class);
        Eventually.eventually(
                () -> assertThat(numbers.find(Shop.COMPANY, document)).contains(number));
    }
}
