package org.stepwise.crm.internal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwise.crm.OrderService.LineQuantity;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.crm.event.OrderLine;
import org.stepwise.crm.internal.money.Reckoning;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.warehouse.event.GoodsReturned;
import org.stepwise.warehouse.event.MovementLine;

/** What an order decides, without a database. */
class OrderTest {
    private static final Id COMPANY = new Id(1);
    private static final Id ORDER = new Id(2);
    private static final Id CUSTOMER = new Id(3);
    private static final Id CHAI = new Id(4);
    private static final Id ADVICE = new Id(5);
    private static final Id DELIVERY = new Id(6);
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void confirmingTellsEverythingThatWasAgreed() {
        var fact = draft(goods("10", "18"), service("1", "50")).confirm(-1);
        assertThat(fact.order()).isEqualTo(ORDER);
        assertThat(fact.customer()).isEqualTo(CUSTOMER);
        assertThat(fact.lines()).extracting(OrderLine::stocked).containsExactly(true, false);
        assertThat(fact.lines().get(0).net()).isEqualByComparingTo("180");
    }

    @Test
    void confirmingTwiceIsRejected() {
        var order = confirmed(goods("10", "18"));
        refused("crm.order.not-draft", () -> order.confirm(-1));
    }

    @Test
    void confirmingWithoutLinesIsRejected() {
        refused("crm.order.empty", () -> draft().confirm(-1));
    }

    @Test
    void confirmingWhatSomebodyElseChangedIsRefused() {
        refused("crm.order.changed-meanwhile", () -> draft(goods("1", "1")).confirm(7));
    }

    @Test
    void aBindingOrderIsNotRedrafted() {
        var order = confirmed(goods("1", "1"));
        refused("crm.order.not-draft", () -> order.redraft(-1, content(goods("2", "1"))));
    }

    @Test
    void aDraftIsNotDelivered() {
        refused("crm.order.not-confirmed", () -> draft(goods("1", "1")).deliver(-1, DELIVERY, List.of()));
    }

    @Test
    void everythingOpenLeavesUnlessQuantitiesAreGiven() {
        var order = confirmed(goods("10", "18"), service("1", "50"));
        var part = order.deliver(-1, DELIVERY, List.of(new LineQuantity(1, new BigDecimal("4.000000"))));
        assertThat(part.lines()).extracting(MovementLine::quantity).containsExactly(new BigDecimal("4.000000"));
        order.apply(part);
        var rest = order.deliver(-1, DELIVERY, List.of());
        assertThat(rest.lines()).extracting(MovementLine::quantity).containsExactly(new BigDecimal("6.000000"));
        order.apply(rest);
        assertThat(order.figures().status()).isEqualTo(OrderStatus.DELIVERED);
        refused("crm.delivery.nothing-open", () -> order.deliver(-1, DELIVERY, List.of()));
    }

    @Test
    void moreThanIsOpenIsNotDelivered() {
        var order = confirmed(goods("10", "18"));
        var twice = List.of(new LineQuantity(1, new BigDecimal("6")), new LineQuantity(1, new BigDecimal("5")));
        refused("crm.delivery.more-than-open", () -> order.deliver(-1, DELIVERY, twice));
    }

    @Test
    void whatCameBackIsDeliveredAgainAndNobodyWaitsForIt() {
        var order = confirmed(goods("10", "18"));
        order.apply(order.deliver(-1, DELIVERY, List.of()));
        order.apply(back("4"));
        assertThat(order.figures().status()).isEqualTo(OrderStatus.DELIVERED);
        var five = List.of(new LineQuantity(1, new BigDecimal("5")));
        refused("crm.delivery.more-than-open", () -> order.deliver(-1, DELIVERY, five));
        var again = order.deliver(-1, DELIVERY, List.of());
        assertThat(again.lines()).extracting(MovementLine::quantity).containsExactly(new BigDecimal("4.000000"));
        order.apply(again);
        refused("crm.delivery.nothing-open", () -> order.deliver(-1, DELIVERY, List.of()));
    }

    @Test
    void whatIsStillWantedLeavesBeforeWhatCameBack() {
        var order = confirmed(goods("10", "18"));
        order.apply(order.deliver(-1, DELIVERY, List.of(new LineQuantity(1, new BigDecimal("6")))));
        order.apply(back("2"));
        assertThat(order.figures().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(order.deliver(-1, DELIVERY, List.of()).lines())
                .extracting(MovementLine::quantity)
                .containsExactly(new BigDecimal("4.000000"));
        var all = List.of(new LineQuantity(1, new BigDecimal("6")));
        assertThat(order.deliver(-1, DELIVERY, all).lines()).hasSize(1);
    }

    @Test
    void aCancelledOrderSaysWhatWasGivenUp() {
        var order = confirmed(goods("100", "1"));
        order.apply(order.deliver(-1, DELIVERY, List.of(new LineQuantity(1, new BigDecimal("75")))));
        assertThat(order.givenUp(order.lines().get(0))).isEqualByComparingTo("0");
        order.apply(order.cancel(-1, "enough").orElseThrow());
        assertThat(order.givenUp(order.lines().get(0))).isEqualByComparingTo("25");
        order.applyInvoice(Map.of(1, new BigDecimal("75")), Map.of());
        assertThat(order.figures().status()).isEqualTo(OrderStatus.INVOICED);
    }

    @Test
    void anOrderIsInvoicedWhenAllThatWasKeptIsCharged() {
        var order = confirmed(goods("10", "18"));
        order.apply(order.deliver(-1, DELIVERY, List.of()));
        order.apply(back("4"));
        order.applyInvoice(Map.of(1, new BigDecimal("6")), Map.of(1, new BigDecimal("4")));
        assertThat(order.figures().status()).isEqualTo(OrderStatus.INVOICED);
        order.apply(order.deliver(-1, DELIVERY, List.of()));
        assertThat(order.figures().status()).isEqualTo(OrderStatus.DELIVERED);
        order.applyInvoice(Map.of(1, new BigDecimal("4")), Map.of());
        assertThat(order.figures().status()).isEqualTo(OrderStatus.INVOICED);
    }

    @Test
    void aServiceIsNotDelivered() {
        var order = confirmed(goods("1", "1"), service("1", "50"));
        var service = List.of(new LineQuantity(2, BigDecimal.ONE));
        refused("crm.delivery.more-than-open", () -> order.deliver(-1, DELIVERY, service));
    }

    @Test
    void cancellingADraftNeedsNoFact() {
        assertThat(draft(goods("1", "1")).cancel(-1, null)).isEmpty();
    }

    @Test
    void cancellingTwiceIsRefused() {
        var order = confirmed(goods("1", "1"));
        order.apply(order.cancel(-1, "no").orElseThrow());
        assertThat(order.figures().status()).isEqualTo(OrderStatus.CANCELLED);
        refused("crm.order.already-cancelled", () -> order.cancel(-1, "no"));
        refused("crm.order.cancelled", () -> order.deliver(-1, DELIVERY, List.of()));
    }

    @Test
    void whatIsDeliveredIsNotCancelled() {
        var order = confirmed(goods("1", "1"));
        order.apply(order.deliver(-1, DELIVERY, List.of()));
        refused("crm.order.nothing-open", () -> order.cancel(-1, "no"));
    }

    @Test
    void theStatusIsTheSameWhicheverOfDeliveryAndCancellationIsAppliedFirst() {
        var one = confirmed(goods("10", "18"));
        var other = confirmed(goods("10", "18"));
        var part = one.deliver(-1, DELIVERY, List.of(new LineQuantity(1, new BigDecimal("4"))));
        var cancelled = one.cancel(-1, "no").orElseThrow();
        one.apply(part);
        one.apply(cancelled);
        other.apply(cancelled);
        other.apply(part);
        assertThat(one.figures()).isEqualTo(other.figures());
        one.applyInvoice(Map.of(1, new BigDecimal("4")), Map.of());
        assertThat(one.figures().status()).isEqualTo(OrderStatus.INVOICED);
    }

    /** Such as the log holds: no rounding, no tax on the line. */
    @Test
    void anOrderOfOldIsWrittenWithTheFourDecimalsThatItSaid() {
        var line = new OrderLine(
                1,
                CHAI,
                true,
                BigDecimal.ONE,
                "PCE",
                new BigDecimal("46.07"),
                new BigDecimal("20"),
                new BigDecimal("36.8560"),
                "VAT",
                new BigDecimal("8.5"),
                null);
        var order = new Order(COMPANY, ORDER, null);
        order.apply(
                new OrderConfirmed(
                        ORDER, null, CUSTOMER, null, MONDAY, null, "EUR", BigDecimal.ZERO, List.of(line), false, null),
                MONDAY);
        assertThat(order.figures().net()).isEqualByComparingTo("36.856");
        assertThat(order.figures().tax()).isEqualByComparingTo("3.1328");
        assertThat(order.figures().total()).isEqualByComparingTo("39.99");
        assertThat(order.content().rounding()).isNull();
    }

    @Test
    void aDraftWithFewerLinesKeepsNoneOfTheOthers() {
        var order = draft(goods("1", "1"), goods("2", "2"));
        order.redraft(-1, content(goods("3", "3")));
        assertThat(order.lines()).hasSize(1);
        assertThat(order.figures().net()).isEqualByComparingTo("9");
    }

    private static GoodsReturned back(String quantity) {
        var line = new MovementLine(1, 1, CHAI, new BigDecimal(quantity));
        return new GoodsReturned(new Id(7), DELIVERY, ORDER, CUSTOMER, null, List.of(line));
    }

    private static Order draft(OrderLine... lines) {
        var order = new Order(COMPANY, ORDER, null);
        order.write(content(lines));
        return order;
    }

    private static Order confirmed(OrderLine... lines) {
        var order = draft(lines);
        order.apply(order.confirm(-1), MONDAY);
        return order;
    }

    private static OrderConfirmed content(OrderLine... lines) {
        return new OrderConfirmed(
                ORDER, null, CUSTOMER, null, MONDAY, null, "EUR", BigDecimal.ZERO, List.of(lines), false, "LINE");
    }

    private static OrderLine goods(String quantity, String price) {
        return line(CHAI, true, quantity, price);
    }

    private static OrderLine service(String quantity, String price) {
        return line(ADVICE, false, quantity, price);
    }

    private static OrderLine line(Id product, boolean stocked, String quantity, String price) {
        var exact = Reckoning.exact(new BigDecimal(quantity), new BigDecimal(price), BigDecimal.ZERO);
        return new OrderLine(
                1,
                product,
                stocked,
                new BigDecimal(quantity),
                "PCE",
                new BigDecimal(price),
                BigDecimal.ZERO,
                Amounts.payable(exact, "EUR"),
                null,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    private static void refused(String code, Runnable decision) {
        assertThatThrownBy(decision::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
