package org.stepwise.warehouse.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.stepwise.crm.event.OrderCancelled;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.error.Conflict;
import org.stepwise.error.Refusal;
import org.stepwise.error.Rejected;
import org.stepwise.log.Numbers;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.warehouse.StockService.NewDelivery;
import org.stepwise.warehouse.StockService.NewMovementLine;
import org.stepwise.warehouse.StockService.NewReceipt;
import org.stepwise.warehouse.StockService.NewReceiptLine;
import org.stepwise.warehouse.StockService.NewReturn;
import org.stepwise.warehouse.StockService.NewValuation;
import org.stepwise.warehouse.StockService.Picked;

/**
 * Goods come in, orders reserve them, deliveries take them out at their cost, and what comes back comes back at the
 * cost it left with.
 */
class StockStoryTest {
    private static final Id NOBODY = new Id(900);

    private static final Map<Database.Kind, Company> COMPANIES = new EnumMap<>(Database.Kind.class);

    private Company company;

    /** One company a database for all stories, because starting one takes longer than any of them. */
    private void open(Database.Kind kind, long... goods) {
        company = COMPANIES.computeIfAbsent(kind, StockStoryTest::found);
        for (var product : goods) {
            company.product(product, "GOODS");
        }
    }

    private static Company found(Database.Kind kind) {
        var founded = new Company(kind);
        founded.product(9, "SERVICE");
        founded.customer();
        founded.enable();
        return founded;
    }

    @AfterAll
    static void close() {
        COMPANIES.values().forEach(Company::close);
        COMPANIES.clear();
    }

    private void assertFigure(String query, String expected) {
        assertThat(company.figure(query)).as(query).isEqualByComparingTo(expected);
    }

    @OnBothDatabases
    void anOrderReservesIsDeliveredAtItsCostAndComesBack(Database.Kind kind) {
        open(kind, 11, 12);
        company.receive(11, "4", "10");
        company.receive(11, "2", "25");
        var order = company.order(10100, Company.line(1, 11, "5"));
        assertFigure("SELECT reserved FROM warehouse.stock_list WHERE code = 'P11'", "5");
        assertFigure("SELECT available FROM warehouse.stock_list WHERE code = 'P11'", "1");

        var delivery = company.as(() -> company.stock().deliver(order, null));

        assertThat(company.service(Numbers.class).find(company.id(), delivery)).isPresent();
        assertFigure("SELECT SUM(amount) FROM warehouse.movement WHERE kind = 'DELIVERY' AND product = 11", "-65");
        assertFigure("SELECT amount FROM warehouse.stock_list WHERE code = 'P11'", "25");
        assertFigure("SELECT reserved FROM warehouse.stock_list WHERE code = 'P11'", "0");

        takeBack(delivery, "2");
        takeBack(delivery, "3");

        assertFigure("SELECT on_hand FROM warehouse.stock_list WHERE code = 'P11'", "6");
        assertFigure("SELECT amount FROM warehouse.stock_list WHERE code = 'P11'", "90");
        assertThatThrownBy(() -> takeBack(delivery, "1"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("0 can still come back");
    }

    @OnBothDatabases
    void whatCameBackIsDeliveredAgainWhenSomebodyAsksForIt(Database.Kind kind) {
        open(kind, 13, 14);
        company.receive(13, "20", "10");
        var order = company.order(10150, Company.line(1, 13, "10"));
        var delivery = company.as(() -> company.stock().deliver(order, null));
        takeBack(delivery, "4");
        assertFigure("SELECT reserved FROM warehouse.stock_list WHERE code = 'P13'", "0");
        assertFigure("SELECT COUNT(*) FROM warehouse.demand WHERE order_id = 10150", "0");

        company.as(() -> company.stock().deliver(order, null));

        assertFigure("SELECT on_hand FROM warehouse.stock_list WHERE code = 'P13'", "10");
        assertThatThrownBy(() -> company.as(() -> company.stock().deliver(order, null)))
                .hasMessageContaining("wants no more goods");
    }

    /** What never left goes first; what came back must not be sent again by itself. */
    @OnBothDatabases
    void anOrderThatWantsMoreIsNotSentAgainWhatCameBack(Database.Kind kind) {
        open(kind, 15, 16);
        company.receive(15, "20", "10");
        var order = company.order(10160, Company.line(1, 15, "10"));
        var first = company.as(() -> company.stock().plan(NewDelivery.of(order)));
        change(first, "6");
        company.run(() -> company.stock().post(first, -1, null));
        takeBack(first, "2");
        assertFigure("SELECT reserved FROM warehouse.stock_list WHERE code = 'P15'", "4");

        var second = company.as(() -> company.stock().plan(NewDelivery.of(order)));
        assertFigure("SELECT quantity FROM warehouse.document_line WHERE document = " + second.value(), "4");
        assertThatThrownBy(() -> change(second, "7")).hasMessageContaining("still wants 6, not 7");
        change(second, "6");
        company.run(() -> company.stock().post(second, -1, null));

        assertFigure("SELECT on_hand FROM warehouse.stock_list WHERE code = 'P15'", "10");
        assertFigure("SELECT reserved FROM warehouse.stock_list WHERE code = 'P15'", "0");
        assertFigure("SELECT COUNT(*) FROM warehouse.demand WHERE order_id = 10160", "0");
    }

    private void change(Id planned, String quantity) {
        company.run(() -> company.stock()
                .change(planned, -1, new Picked(List.of(new NewMovementLine(1, new BigDecimal(quantity))))));
    }

    private void takeBack(Id delivery, String quantity) {
        var line = new NewMovementLine(1, new BigDecimal(quantity));
        company.as(() -> company.stock().takeBack(new NewReturn(delivery, "too big", null, List.of(line))));
    }

    @OnBothDatabases
    void aBackorderIsServedWhenGoodsArriveAndNobodyElseGetsThem(Database.Kind kind) {
        open(kind, 21, 22);
        company.receive(21, "2", "10");
        var first = company.order(20100, Company.line(1, 21, "5"));
        var second = company.order(20101, Company.line(1, 21, "1"));
        assertFigure("SELECT reserved FROM warehouse.demand WHERE order_id = 20100", "2");

        assertThatThrownBy(() -> company.as(() -> company.stock().deliver(second, null)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("product P21 1 are wanted and 0 available");
        assertThatThrownBy(() -> company.as(() -> company.stock().deliver(first, null)))
                .hasMessageContaining("product P21 5 are wanted and 2 available");

        company.receive(21, "3", "10");
        assertFigure("SELECT reserved FROM warehouse.demand WHERE order_id = 20100", "5");
        assertFigure("SELECT reserved FROM warehouse.demand WHERE order_id = 20101", "0");

        company.as(() -> company.stock().deliver(first, null));
        company.receive(21, "1", "10");
        company.as(() -> company.stock().deliver(second, null));
        assertFigure("SELECT on_hand FROM warehouse.stock WHERE product = 21", "0");
        assertFigure("SELECT amount FROM warehouse.stock_value WHERE product = 21", "0");
    }

    @OnBothDatabases
    void anOrderThatWantsAProductTwiceGivesAllOfItBackWhenItIsCancelled(Database.Kind kind) {
        open(kind, 24);
        company.receive(24, "5", "10");
        var order = company.order(10230, Company.line(1, 24, "5"), Company.line(2, 24, "1"));
        company.facts("crm", new OrderCancelled(order, "changed his mind"));
        assertFigure("SELECT reserved FROM warehouse.stock_list WHERE code = 'P24'", "0");

        var all = company.order(10231, Company.line(1, 24, "5"));
        company.as(() -> company.stock().deliver(all, null));

        assertFigure("SELECT on_hand FROM warehouse.stock_list WHERE code = 'P24'", "0");
    }

    @OnBothDatabases
    void aPlannedDeliveryIsChangedAndPostedOnce(Database.Kind kind) {
        open(kind, 31, 32);
        company.receive(31, "10", "1");
        company.receive(32, "10", "1");
        var order = company.order(30100, Company.line(1, 31, "4"), Company.line(2, 32, "3"));
        var delivery = company.as(() -> company.stock().plan(NewDelivery.of(order)));
        assertFigure("SELECT on_hand FROM warehouse.stock WHERE product = 31", "10");

        company.run(() ->
                company.stock().change(delivery, -1, new Picked(List.of(new NewMovementLine(1, BigDecimal.ONE)))));
        assertThatThrownBy(() -> company.run(() -> company.stock()
                        .change(delivery, -1, new Picked(List.of(new NewMovementLine(1, BigDecimal.TEN))))))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("still wants 4, not 10");
        company.run(() -> company.stock().post(delivery, -1, null));

        assertFigure("SELECT on_hand FROM warehouse.stock WHERE product = 31", "9");
        assertFigure("SELECT on_hand FROM warehouse.stock WHERE product = 32", "10");
        assertThatThrownBy(() -> company.run(() -> company.stock().post(delivery, -1, null)))
                .isInstanceOf(Conflict.class)
                .extracting(refusal -> ((Refusal) refusal).code())
                .isEqualTo("warehouse.delivery.not-planned");
    }

    @OnBothDatabases
    void whatIsHeldForOneOrderIsRefusedToAnotherUntilItExpires(Database.Kind kind) {
        open(kind, 41, 42);
        company.receive(41, "3", "1");
        company.settle();
        company.run(() -> company.holds().hold(new Id(700), Map.of(new Id(41), new BigDecimal("2"))));

        assertThat(company.as(() -> company.holds().available(List.of(new Id(41)))))
                .hasEntrySatisfying(new Id(41), left -> assertThat(left).isEqualByComparingTo("1"));
        assertThatThrownBy(() ->
                        company.run(() -> company.holds().hold(new Id(701), Map.of(new Id(41), new BigDecimal("2")))))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("product P41 2 are wanted and 1 available");

        company.platform.clock().move(Duration.ofMinutes(31));
        company.run(() -> company.holds().hold(new Id(701), Map.of(new Id(41), new BigDecimal("3"))));
        company.run(() -> company.holds().release(new Id(701)));
        assertThat(company.as(() -> company.holds().available(List.of(new Id(41)))))
                .hasEntrySatisfying(new Id(41), left -> assertThat(left).isEqualByComparingTo("3"));
    }

    @OnBothDatabases
    void whatIsHeldDoesNotLeaveForAnOrderThatIsConfirmedLater(Database.Kind kind) {
        open(kind, 43, 44);
        company.receive(43, "3", "1");
        company.settle();
        company.run(() -> company.holds().hold(new Id(710), Map.of(new Id(43), new BigDecimal("2"))));
        var order = company.order(50110, Company.line(1, 43, "3"));

        assertThatThrownBy(() -> company.as(() -> company.stock().deliver(order, null)))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("product P43 3 are wanted and 1 available");
        company.run(() -> company.holds().release(new Id(710)));
        company.as(() -> company.stock().deliver(order, null));
        assertFigure("SELECT on_hand FROM warehouse.stock_list WHERE code = 'P43'", "0");
    }

    @OnBothDatabases
    void whatWasHeldIsReservedForTheHolderThoughAnotherConfirmsFirst(Database.Kind kind) {
        open(kind, 45, 46);
        company.receive(45, "3", "1");
        company.settle();
        company.run(() -> company.holds().hold(new Id(50121), Map.of(new Id(45), new BigDecimal("2"))));
        var quicker = company.order(50120, Company.line(1, 45, "2"));
        company.settle();
        var transactions = company.platform.service(Transactions.class);
        assertThat(company.as(() -> transactions.call(() -> company.holds().holds(new Id(50121)))))
                .isTrue();
        var holder = company.orderThatHeld(50121, Company.line(1, 45, "2"));
        company.settle();

        assertReservedOf(45, quicker, "1");
        assertReservedOf(45, holder, "2");
        company.as(() -> company.stock().deliver(holder, null));
        assertFigure("SELECT on_hand FROM warehouse.stock_list WHERE code = 'P45'", "1");
    }

    private void assertReservedOf(long product, Id order, String quantity) {
        assertFigure(
                "SELECT reserved FROM warehouse.demand WHERE product = " + product + " AND order_id = " + order.value(),
                quantity);
    }

    @OnBothDatabases
    void theReservationTakesThePlaceOfTheHold(Database.Kind kind) {
        open(kind, 51, 52);
        company.receive(51, "3", "1");
        company.settle();
        company.run(() -> company.holds().hold(new Id(50100), Map.of(new Id(51), new BigDecimal("2"))));
        var order = company.order(50100, Company.line(1, 51, "2"));

        assertFigure("SELECT available FROM warehouse.stock_list WHERE code = 'P51'", "1");
        company.as(() -> company.stock().deliver(order, null));
        assertFigure("SELECT available FROM warehouse.stock_list WHERE code = 'P51'", "1");
    }

    @OnBothDatabases
    void anotherValuationBeginsOnlyAfterTheLastMovement(Database.Kind kind) {
        open(kind, 61, 62);
        company.receive(61, "1", "10");
        assertThatThrownBy(
                        () -> company.run(() -> company.stock().setValuation(new NewValuation("AVERAGE", Company.DAY))))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("can begin only after that day");

        var next = Company.DAY.plusDays(1);
        company.run(() -> company.stock().setValuation(new NewValuation("AVERAGE", next)));
        var line = new NewReceiptLine(new Id(61), BigDecimal.ONE, new BigDecimal("20"));
        company.as(() -> company.stock().receive(new NewReceipt(null, null, next, List.of(line))));

        assertFigure("SELECT COUNT(*) FROM warehouse.layer WHERE product = 61", "1");
        assertFigure("SELECT amount FROM warehouse.layer WHERE product = 61", "30");
    }

    @OnBothDatabases
    void servicesAreNoStock(Database.Kind kind) {
        open(kind, 71, 72);
        assertThatThrownBy(() -> company.receive(9, "1", "1"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is a service");
        assertThatThrownBy(() -> company.as(() -> company.stock().deliver(NOBODY, null)))
                .hasMessageContaining("knows no confirmed order");
    }
}
