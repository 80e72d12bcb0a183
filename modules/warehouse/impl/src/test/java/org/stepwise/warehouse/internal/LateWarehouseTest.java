package org.stepwise.warehouse.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.stepwise.crm.event.OrderCancelled;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.warehouse.StockService.NewMovementLine;
import org.stepwise.warehouse.StockService.NewReturn;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReceived;
import org.stepwise.warehouse.event.GoodsReturned;
import org.stepwise.warehouse.event.MovementLine;
import org.stepwise.warehouse.event.OpeningStockRecorded;
import org.stepwise.warehouse.event.ReceiptLine;

/** A history written down by hand by sales and master data: the warehouse is on from the start, or comes last. */
class LateWarehouseTest {

    private static ReceiptLine in(int line, long product, String quantity, String unitCost) {
        return new ReceiptLine(line, new Id(product), new BigDecimal(quantity), new BigDecimal(unitCost));
    }

    private static MovementLine out(int line, int orderLine, long product, String quantity) {
        return new MovementLine(line, orderLine, new Id(product), new BigDecimal(quantity));
    }

    private static void history(Company company) {
        company.customer();
        company.product(1, "GOODS");
        company.product(2, "GOODS");
        company.product(9, "SERVICE");
        company.facts(
                "masterdata",
                new OpeningStockRecorded(new Id(10), "EUR", List.of(in(1, 1, "3", "10"), in(2, 2, "7", "0.333333"))));
        company.order(100, Company.line(1, 1, "2"), Company.line(2, 2, "5"));
        company.order(101, Company.line(1, 1, "4"));
        company.order(102, Company.line(1, 2, "4"));
        company.facts(
                "crm",
                new DeliveryPosted(new Id(200), new Id(101), Company.CUSTOMER, List.of(out(1, 1, 1, "4"))),
                new OrderCancelled(new Id(100), "changed their mind"));
        company.facts(
                "masterdata",
                new GoodsReceived(new Id(11), null, "R-1", "EUR", List.of(in(1, 1, "5", "12"), in(2, 2, "1", "0.5"))));
        company.facts(
                "crm",
                new DeliveryPosted(new Id(201), new Id(102), Company.CUSTOMER, List.of(out(1, 1, 2, "3"))),
                new GoodsReturned(
                        new Id(300), new Id(200), new Id(101), Company.CUSTOMER, "broken", List.of(out(1, 1, 1, "2"))));
        company.settle();
    }

    /** Sales asks as soon as the warehouse's services are there, which is before its tables are. */
    @OnBothDatabases
    void nothingIsHeldBeforeTheTablesAreThere(Database.Kind kind) {
        try (var company = new Company(kind)) {
            assertThat(company.as(() -> company.holds().holds(new Id(7)))).isFalse();
        }
    }

    @Law({2, 5, 10, 11})
    @OnBothDatabases
    void switchedOnLateOrOffMeanwhileItHasTheSameTables(Database.Kind kind) {
        try (var always = new Company(kind);
                var late = new Company(kind);
                var resting = new Company(kind)) {
            always.enable();
            resting.enable();
            resting.disable();
            history(always);
            history(late);
            history(resting);
            late.enable();
            resting.enable();

            assertThat(late.tables()).isEqualTo(always.tables());
            assertThat(resting.tables()).isEqualTo(always.tables());
            assertThat(late.figure("SELECT SUM(amount) FROM warehouse.movement WHERE kind = 'CORRECTION'"))
                    .isEqualByComparingTo("-2");
        }
    }

    @Law({2, 11})
    @OnBothDatabases
    void purgedAndRebuiltItHasTheSameTables(Database.Kind kind) {
        try (var company = new Company(kind)) {
            company.enable(Map.of("valuation", "AVERAGE"));
            history(company);
            var order = company.order(103, Company.line(1, 1, "1"));
            company.receive(1, "3", "11");
            var delivery = company.as(() -> company.stock().deliver(order, null));
            company.as(() -> company.stock()
                    .takeBack(new NewReturn(delivery, null, null, List.of(new NewMovementLine(1, BigDecimal.ONE)))));
            var before = company.tables();
            assertThat(before.get("valuation_method"))
                    .singleElement()
                    .asString()
                    .contains("AVERAGE");

            company.disable();
            company.purge();
            assertThat(company.figure("SELECT COUNT(*) FROM warehouse.document"))
                    .isZero();
            company.enable();

            assertThat(company.tables()).isEqualTo(before);
        }
    }
}
