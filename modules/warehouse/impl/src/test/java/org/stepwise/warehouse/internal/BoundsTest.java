package org.stepwise.warehouse.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwise.warehouse.internal.Company.CUSTOMER;
import static org.stepwise.warehouse.internal.Company.DAY;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.input.Bounds;
import org.stepwise.testkit.Columns;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.warehouse.StockService.NewMovementLine;
import org.stepwise.warehouse.StockService.NewOpening;
import org.stepwise.warehouse.StockService.NewReceipt;
import org.stepwise.warehouse.StockService.NewReceiptLine;
import org.stepwise.warehouse.StockService.NewReturn;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReturned;
import org.stepwise.warehouse.event.MovementLine;

/** Whatever comes in or goes out within the bounds is valued, whatever it costs; what is beyond them is refused. */
class BoundsTest {
    private static final String MOST = "999999999.999999";

    @Law(10)
    @OnBothDatabases
    void receiptsAtTheirBoundsAreTakenAndBeyondThemRefused(Database.Kind kind) {
        try (var company = new Company(kind)) {
            company.product(1, "GOODS");
            company.enable();
            for (int i = 0; i < 3; i++) {
                company.receive(1, MOST, "999");
                company.receive(1, "1000", MOST);
            }
            company.as(() -> company.stock()
                    .receive(new NewReceipt(null, "x".repeat(200), DAY, List.of(line("0.000001", MOST)))));
            for (var quantity : List.of("0", "-1", "1000000000", "1e999999999", "0.0000001")) {
                refused(company, () -> company.stock()
                        .receive(new NewReceipt(null, "test", DAY, List.of(line(quantity, "1")))));
                refused(company, () -> company.stock().open(new NewOpening(DAY, List.of(line(quantity, "1")))));
            }
            for (var cost : List.of("-1", "1000000000", "1e999999999", "0.0000001")) {
                refused(company, () -> company.stock()
                        .receive(new NewReceipt(null, "test", DAY, List.of(line("1", cost)))));
            }
            refused(company, () -> company.stock()
                    .receive(new NewReceipt(null, "test", DAY, List.of(line("1001", MOST)))));
            refused(company, () -> company.stock()
                    .receive(new NewReceipt(null, "x".repeat(201), DAY, List.of(line("1", "1")))));
            refused(company, () -> company.stock()
                    .receive(new NewReceipt(null, "a\u0000b", DAY, List.of(line("1", "1")))));
            var many = Collections.nCopies(Bounds.LINES + 1, line("1", "1"));
            refused(company, () -> company.stock().receive(new NewReceipt(null, "test", DAY, many)));
            refused(company, () -> company.stock().open(new NewOpening(DAY, many)));
            assertThat(company.figure("SELECT SUM(on_hand) FROM warehouse.stock"))
                    .isEqualByComparingTo("3000002999.999998");
            assertThat(company.figure("SELECT SUM(quantity) FROM warehouse.stock_value"))
                    .isEqualByComparingTo("3000002999.999998");
        }
    }

    private static NewReceiptLine line(String quantity, String cost) {
        return new NewReceiptLine(new Id(1), new BigDecimal(quantity), new BigDecimal(cost));
    }

    /** Delivered by another door before it came in: of one piece that cost most, as many as an order may have. */
    @OnBothDatabases
    void whatLeavesBeforeItIsThereIsValuedWhateverItCosts(Database.Kind kind) {
        try (var company = new Company(kind)) {
            company.product(1, "GOODS");
            company.customer();
            company.enable();
            company.receive(1, "1", MOST);
            var order = company.order(100, Company.line(1, 1, MOST));
            for (int i = 0; i < 3; i++) {
                var lines = List.of(new MovementLine(1, 1, new Id(1), new BigDecimal(MOST)));
                company.facts("crm", new DeliveryPosted(new Id(200 + i), order, CUSTOMER, lines));
            }
            company.receive(1, MOST, "999");
            company.settle();
            assertThat(company.figure("SELECT SUM(quantity) FROM warehouse.stock_value"))
                    .isEqualByComparingTo("-1999999998.999998");
            assertThat(company.figure("SELECT MIN(amount) FROM warehouse.movement"))
                    .isLessThan(new BigDecimal("-900000000000000000"));
        }
    }

    @OnBothDatabases
    void aReturnHasTheBoundsOfSales(Database.Kind kind) {
        try (var company = new Company(kind)) {
            company.product(1, "GOODS");
            company.customer();
            company.enable();
            company.receive(1, "10", "1");
            var order = company.order(100, Company.line(1, 1, "10"));
            company.settle();
            var delivery = company.as(() -> company.stock().deliver(order, DAY));
            refused(company, () -> take(company, delivery, "1000000000", "late"));
            refused(company, () -> take(company, delivery, "-1", "late"));
            refused(company, () -> take(company, delivery, "1", "x".repeat(Bounds.REASON + 1)));
            company.as(() -> take(company, delivery, "1", "x".repeat(Bounds.REASON)));
            company.facts(
                    "crm",
                    new GoodsReturned(
                            new Id(300),
                            delivery,
                            order,
                            CUSTOMER,
                            "x".repeat(Bounds.REASON),
                            List.of(new MovementLine(1, 1, new Id(1), BigDecimal.ONE))));
            company.settle();
        }
    }

    private static Id take(Company company, Id delivery, String quantity, String reason) {
        var lines = List.of(new NewMovementLine(1, new BigDecimal(quantity)));
        return company.stock().takeBack(new NewReturn(delivery, reason, DAY, lines));
    }

    /** Who adds a column that adds up gives it 31 digits; who adds one for what is entered names it here. */
    @OnBothDatabases
    void columnsThatAddUpAreWiderThanWhatTheyAddUp(Database.Kind kind) {
        try (var company = new Company(kind)) {
            company.enable();
            assertThat(Columns.tooNarrowForSums(company.platform, "warehouse"))
                    .containsExactlyInAnyOrder(
                            "demand.ordered",
                            "document_line.quantity",
                            "document_line.unit_cost",
                            "movement.quantity",
                            "owed.quantity",
                            "sales_order_line.ordered");
        }
    }

    private static void refused(Company company, Supplier<?> verb) {
        assertThatThrownBy(() -> company.as(verb))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("warehouse.input.invalid"));
    }
}
