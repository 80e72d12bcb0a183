package org.stepwise.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.stepwise.data.Database;
import org.stepwise.log.Days;
import org.stepwise.log.internal.day.DayClock;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Store;

/** The server stood still over the end of March; every day ends once all the same. */
class DayTest {

    @Law(7)
    @OnBothDatabases
    void missedDaysAndMonthsAreEndedOnceAndInOrder(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            DayClock clock = shop.platform.service(DayClock.class);
            clock.endMissedDays();
            assertThat(shop.all()).isEmpty();
            shop.sell("nails", 1);
            clock.endMissedDays();
            assertThat(shop.all("erp.day-ended")).isEmpty();
            shop.platform.clock().moveTo(LocalDate.of(2026, 4, 3));
            clock.endMissedDays();
            clock.endMissedDays();
            List<LocalDate> expected =
                    Shop.TODAY.datesUntil(LocalDate.of(2026, 4, 3)).toList();
            assertThat(shop.all("erp.day-ended")).extracting(Envelope::on).containsExactlyElementsOf(expected);
            assertThat(shop.all("erp.period-ended"))
                    .extracting(Envelope::on)
                    .containsExactly(LocalDate.of(2026, 3, 31));
            assertThat(shop.platform.service(Days.class).lastEnded()).isEqualTo(LocalDate.of(2026, 4, 2));
            assertThat(shop.all("erp.day-ended")).extracting(Envelope::door).containsOnly("system");
        }
    }

    @Law(7)
    @OnBothDatabases
    void theClockEndsNoDaysWhileHistoryIsImported(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            Days days = shop.platform.service(Days.class);
            DayClock clock = shop.platform.service(DayClock.class);
            LocalDate january = LocalDate.of(2026, 1, 1);
            days.importing("history", () -> {
                shop.transactions.run(() -> shop.log.record("shop", january, shop.sold("nails", 1)));
                clock.endMissedDays();
                days.endBefore(january.plusDays(3));
                return null;
            });
            assertThat(days.lastEnded()).isEqualTo(january.plusDays(2));
            clock.endMissedDays();
            assertThat(days.lastEnded()).isEqualTo(Shop.TODAY.minusDays(1));
        }
    }

    @Law(7)
    @OnBothDatabases
    void anImportThatWasInterruptedHoldsTheClockAfterARestartToo(Database.Kind kind) {
        try (Store store = Store.create(kind)) {
            LocalDate january = LocalDate.of(2026, 1, 1);
            try (Shop shop = new Shop(store)) {
                Days days = shop.platform.service(Days.class);
                assertThatThrownBy(() -> days.importing("history", () -> {
                            shop.transactions.run(() -> shop.log.record("shop", january, shop.sold("nails", 1)));
                            throw new IllegalStateException("killed");
                        }))
                        .hasMessage("killed");
            }
            try (Shop shop = new Shop(store)) {
                Days days = shop.platform.service(Days.class);
                DayClock clock = shop.platform.service(DayClock.class);
                clock.endMissedDays();
                assertThat(days.lastEnded()).isNull();
                days.importing("history", () -> {
                    days.endBefore(january.plusDays(3));
                    return null;
                });
                assertThat(days.lastEnded()).isEqualTo(january.plusDays(2));
                clock.endMissedDays();
                assertThat(days.lastEnded()).isEqualTo(Shop.TODAY.minusDays(1));
            }
        }
    }

    @Law(7)
    @OnBothDatabases
    void twoWhoEndTheSameDaysEndThemOnce(Database.Kind kind) throws Exception {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            shop.sell("nails", 1);
            shop.platform.clock().moveTo(Shop.TODAY.plusDays(10));
            shop.platform.service(DayClock.class).endMissedDays();
            shop.platform.clock().moveTo(Shop.TODAY.plusDays(40));
            ExecutorService clocks = Executors.newFixedThreadPool(4);
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                ends.add(clocks.submit(shop.platform.service(DayClock.class)::endMissedDays));
            }
            for (Future<?> end : ends) {
                end.get(60, TimeUnit.SECONDS);
            }
            clocks.shutdown();
            assertThat(shop.all("erp.day-ended"))
                    .hasSize(40)
                    .extracting(Envelope::on)
                    .doesNotHaveDuplicates();
        }
    }
}
