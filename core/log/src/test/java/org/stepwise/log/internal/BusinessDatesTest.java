package org.stepwise.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;
import org.stepwise.log.guard.BusinessDates;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Store;

/** The shop opened three years ago; somebody types days that cannot be. */
class BusinessDatesTest {
    private static final LocalDate OPENED = Shop.TODAY.minusYears(3);
    private static final String ALL = "*";

    @Law(1)
    @OnBothDatabases
    void aFactIsOfADayBetweenTheFirstAndToday(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            sell(shop, OPENED, ALL);
            sell(shop, OPENED, ALL);
            sell(shop, Shop.TODAY, ALL);
            refused(shop, OPENED.minusDays(1), "before-company", ALL);
            refused(shop, OPENED.minusDays(1), "before-company", ALL, BusinessDates.FUTURE, BusinessDates.PAST);
            refused(shop, Shop.TODAY.plusDays(1), "future", ALL);
            refused(shop, LocalDate.of(2999, 12, 31), "future", ALL);
            assertThat(shop.all("shop.sold")).hasSize(3);
        }
    }

    @Law(1)
    @OnBothDatabases
    void daysToComeAndOfLongAgoNeedARight(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            sell(shop, OPENED, ALL);
            sell(shop, Shop.TODAY.minusDays(366));
            refused(shop, Shop.TODAY.minusDays(367), "long-ago");
            sell(shop, Shop.TODAY.minusDays(367), BusinessDates.PAST);
            refused(shop, Shop.TODAY.plusDays(1), "future");
            sell(shop, Shop.TODAY.plusDays(366), BusinessDates.FUTURE);
            refused(shop, Shop.TODAY.plusDays(367), "future", BusinessDates.FUTURE);
        }
    }

    @OnBothDatabases
    void whatIsWantedMayBeWantedLater(Database.Kind kind) {
        try (Store store = Store.create(kind);
                Shop shop = new Shop(store)) {
            BusinessDates dates = shop.platform.service(BusinessDates.class);
            assertThat(dates.first()).isEqualTo(Shop.TODAY);
            sell(shop, OPENED, ALL);
            assertThat(dates.first()).isEqualTo(OPENED);
            assertThat(dates.of("on", null)).isEqualTo(Shop.TODAY);
            assertThat(dates.wanted("requiredOn", null)).isNull();
            assertThat(dates.wanted("requiredOn", Shop.TODAY.plusYears(10))).isEqualTo(Shop.TODAY.plusYears(10));
            assertThatThrownBy(() -> dates.wanted("requiredOn", LocalDate.of(2999, 12, 31)))
                    .isInstanceOfSatisfying(Rejected.class, refused -> assertThat(refused.fields())
                            .containsOnlyKeys("requiredOn"));
            assertThat(dates.ofSetting(OPENED.minusYears(100))).isEqualTo(OPENED);
            assertThat(dates.ofSetting(OPENED.plusDays(1))).isEqualTo(OPENED.plusDays(1));
            assertThat(dates.ofSetting(Shop.TODAY.plusYears(1))).isEqualTo(Shop.TODAY);
        }
    }

    private static void sell(Shop shop, LocalDate on, String... permissions) {
        Caller clerk = new Caller(
                new Id(1), "clerk", Shop.COMPANY, "rest", ZoneOffset.UTC, Locale.ENGLISH, Set.of(permissions));
        shop.platform.service(Callers.class).as(clerk, () -> {
            shop.transactions.run(() -> shop.log.record("shop", on, shop.sold("nails", 1)));
            return null;
        });
    }

    private static void refused(Shop shop, LocalDate on, String code, String... permissions) {
        assertThatThrownBy(() -> sell(shop, on, permissions))
                .isInstanceOfSatisfying(
                        Rejected.class, refused -> assertThat(refused.code()).isEqualTo("erp.day." + code));
    }
}
