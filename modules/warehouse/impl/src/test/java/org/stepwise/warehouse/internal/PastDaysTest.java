package org.stepwise.warehouse.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.warehouse.StockService.NewDelivery;
import org.stepwise.warehouse.StockService.NewMovementLine;
import org.stepwise.warehouse.StockService.NewReceipt;
import org.stepwise.warehouse.StockService.NewReceiptLine;
import org.stepwise.warehouse.StockService.NewReturn;
import org.stepwise.warehouse.StockService.Picked;

/** What is written down late must be possible on the day that it names. */
class PastDaysTest {
    @OnBothDatabases
    void nothingLeavesBeforeItWasOrderedNorComesBackBeforeItLeft(Database.Kind kind) {
        try (var company = company(kind, 17)) {
            company.receive(17, "20", "10");
            var order = company.order(10170, Company.line(1, 17, "4"));
            var eve = Company.DAY.minusDays(1);
            refused(company, "warehouse.delivery.before-order", () -> company.stock()
                    .deliver(order, eve));
            var planned = company.as(() -> company.stock().plan(NewDelivery.of(order)));
            refused(company, "warehouse.delivery.before-order", () -> company.stock()
                    .post(planned, -1, eve));
            company.run(() -> company.stock().post(planned, -1, Company.DAY.plusDays(2)));
            var line = List.of(new NewMovementLine(1, BigDecimal.ONE));
            refused(company, "warehouse.return.before-delivery", () -> company.stock()
                    .takeBack(new NewReturn(planned, null, Company.DAY.plusDays(1), line)));
            company.run(() -> company.stock().takeBack(new NewReturn(planned, null, Company.DAY.plusDays(2), line)));
        }
    }

    /** 10 on Monday and 10 on Thursday, of which 12 leave on Friday: 8 could have left on Tuesday, and no more. */
    @OnBothDatabases
    void aBackdatedDeliveryNeverTakesWhatWasNotThereThen(Database.Kind kind) {
        try (var company = company(kind, 81, 82)) {
            var monday = Company.DAY;
            receive(company, 81, "10", monday);
            receive(company, 82, "1", monday);
            receive(company, 81, "10", monday.plusDays(3));
            var friday = company.order(10180, Company.line(1, 81, "12"));
            company.run(() -> company.stock().deliver(friday, monday.plusDays(4)));
            receive(company, 81, "7", monday.plusDays(7));

            var late = company.order(10181, Company.line(1, 81, "9"), Company.line(2, 82, "1"));
            refused(company, "warehouse.stock.not-available-then", () -> company.stock()
                    .deliver(late, monday.plusDays(1)));
            refused(company, "warehouse.stock.not-available-then", () -> company.stock()
                    .deliver(late, monday.plusDays(6)));
            var part = company.as(() -> company.stock().plan(NewDelivery.of(late)));
            change(company, part, "8");
            company.run(() -> company.stock().post(part, -1, monday.plusDays(1)));
            company.run(() -> company.stock().deliver(late, monday.plusDays(7)));
            assertThat(company.figure("SELECT on_hand FROM warehouse.stock_list WHERE code = 'P81'"))
                    .isEqualByComparingTo("6");
        }
    }

    private static void receive(Company company, long product, String quantity, LocalDate on) {
        var line = new NewReceiptLine(new Id(product), new BigDecimal(quantity), BigDecimal.ONE);
        company.as(() -> company.stock().receive(new NewReceipt(null, null, on, List.of(line))));
    }

    private static void refused(Company company, String code, Runnable verb) {
        assertThatThrownBy(() -> company.run(verb))
                .isInstanceOfSatisfying(
                        Rejected.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static void change(Company company, Id planned, String quantity) {
        company.run(() -> company.stock()
                .change(planned, -1, new Picked(List.of(new NewMovementLine(1, new BigDecimal(quantity))))));
    }

    private static Company company(Database.Kind kind, long... products) {
        var company = new Company(kind);
        for (var product : products) {
            company.product(product, "GOODS");
        }
        company.customer();
        company.enable();
        return company;
    }
}
