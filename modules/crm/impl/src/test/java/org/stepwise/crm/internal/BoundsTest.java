package org.stepwise.crm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwise.crm.internal.Trade.MONDAY;
import static org.stepwise.crm.internal.Trade.line;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.stepwise.accounting.event.PaymentReceived;
import org.stepwise.crm.InvoiceService.NewPayment;
import org.stepwise.crm.OrderService.HandDelivery;
import org.stepwise.crm.OrderService.HandReturn;
import org.stepwise.crm.OrderService.LineQuantity;
import org.stepwise.crm.OrderService.NewOrder;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.input.Bounds;
import org.stepwise.testkit.Columns;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.warehouse.event.GoodsReturned;
import org.stepwise.warehouse.event.MovementLine;

/** Each field of sales at its bound and beyond: taken as it is and to its end, or refused with the field at fault. */
class BoundsTest {
    private static final String MOST = "999999999.999999";

    @OnBothDatabases
    void ordersAtTheirBoundsAreTakenAndBeyondThemRefused(Database.Kind kind) {
        try (var trade = Trade.on(kind)) {
            trade.tax("VAT", "100");
            var acme = trade.customer("ACME", "Acme");
            var chai = trade.product("CHAI", MOST, null);
            var taxed = trade.product("TAXED", MOST, "VAT");
            trade.draft(acme, "0", line(chai, MOST, "0.000001", "100"));
            for (var quantity : List.of("0", "-1", "1000000000", "1e999999999", "0.0000001")) {
                refused(trade, "crm.input.invalid", () -> trade.draft(acme, "0", line(chai, quantity, "1", "0")));
            }
            for (var price : List.of("-1", "1000000000", "5e9", "1e999999999", "0.0000001")) {
                refused(trade, "crm.input.invalid", () -> trade.draft(acme, "0", line(chai, "1", price, "0")));
            }
            for (var discount : List.of("-1", "100.0001", "1e999999999", "0.00001")) {
                refused(trade, "crm.input.invalid", () -> trade.draft(acme, "0", line(chai, "1", "1", discount)));
            }
            for (var freight : List.of("-1", "1000000000000", "1e999999999", "0.00001")) {
                refused(trade, "crm.input.invalid", () -> trade.draft(acme, freight, line(chai, "1", "1", "0")));
            }
            refused(trade, "crm.order.too-big", () -> trade.draft(acme, "0", line(chai, "1000")));
            refused(trade, "crm.order.too-big", () -> trade.draft(acme, "0", line(taxed, "500")));
            refused(trade, "crm.order.too-big", () -> trade.draft(acme, "999999999999", line(chai, "1")));
            trade.draft(acme, "0", line(chai, "999"));
            trade.draft(acme, "0", line(taxed, "499"));
            refused(trade, "crm.input.invalid", () -> draft(trade, acme, taxed, "x".repeat(201), 1));
            refused(trade, "crm.input.invalid", () -> draft(trade, acme, taxed, "a\u0000b", 1));
            refused(trade, "crm.input.invalid", () -> draft(trade, acme, taxed, null, Bounds.LINES + 1));
            draft(trade, acme, taxed, "x".repeat(200), 1);
        }
    }

    private static Id draft(Trade trade, Id customer, Id product, String reference, int times) {
        var lines = Collections.nCopies(times, line(product, "1"));
        return trade.as(() ->
                trade.orders().draft(new NewOrder(customer, reference, null, MONDAY, null, null, List.copyOf(lines))));
    }

    @Law(10)
    @OnBothDatabases
    void theHandDoorsHaveTheBoundsOfTheirOwners(Database.Kind kind) {
        try (var trade = Trade.on(kind)) {
            var acme = trade.customer("ACME", "Acme");
            var chai = trade.product("CHAI", "1000", null);
            var order = trade.draft(acme, "0", line(chai, "10"));
            trade.as(() -> trade.orders().confirm(order, -1, MONDAY));
            for (var quantity : List.of("0", "-1", "1000000000", "1e999999999", "0.0000001")) {
                refused(trade, "crm.input.invalid", () -> trade.orders()
                        .deliver(order, -1, new HandDelivery(of(quantity), MONDAY)));
            }
            var delivery = trade.as(() -> trade.orders().deliver(order, -1, new HandDelivery(of("10"), MONDAY)));
            for (var reason : List.of("x".repeat(Bounds.REASON + 1), "a\u0000b")) {
                refused(trade, "crm.input.invalid", () -> trade.orders()
                        .takeBack(delivery, new HandReturn(of("1"), reason, MONDAY)));
            }
            var invoice = trade.as(() -> trade.invoices().issue(order, MONDAY));
            for (var amount : List.of("999999999999999", "1e999999999")) {
                refused(trade, "crm.input.invalid", () -> {
                    trade.invoices().paid(invoice.id(), new NewPayment(new BigDecimal(amount), MONDAY));
                    return null;
                });
            }
            trade.as(() ->
                    trade.orders().takeBack(delivery, new HandReturn(of("1"), "x".repeat(Bounds.REASON), MONDAY)));
            trade.settled();
        }
    }

    private static List<LineQuantity> of(String quantity) {
        return List.of(new LineQuantity(1, new BigDecimal(quantity)));
    }

    /** The warehouse took 500 characters where this column held 200; payments of others had no bound. */
    @OnBothDatabases
    void whatOthersRecordWithinTheirBoundsIsTakenIn(Database.Kind kind) {
        try (var trade = Trade.on(kind)) {
            var acme = trade.customer("ACME", "Acme");
            var chai = trade.product("CHAI", "1000", null);
            var order = trade.draft(acme, "0", line(chai, "10"));
            trade.as(() -> trade.orders().confirm(order, -1, MONDAY));
            var delivery = trade.as(() -> trade.orders().deliver(order, -1, new HandDelivery(of("10"), MONDAY)));
            trade.record(
                    "warehouse",
                    new GoodsReturned(
                            new Id(700),
                            delivery,
                            order,
                            acme,
                            "x".repeat(500),
                            List.of(new MovementLine(1, 1, chai, BigDecimal.ONE))));
            for (int i = 0; i < 12; i++) {
                var amount = new BigDecimal("999999999999999");
                trade.record("accounting", new PaymentReceived(new Id(800 + i), acme, null, amount, "EUR", null));
            }
            trade.settled();
        }
    }

    /** Who adds a column that adds up gives it 31 digits; who adds one for what is entered names it here. */
    @OnBothDatabases
    void columnsThatAddUpAreWiderThanWhatTheyAddUp(Database.Kind kind) {
        try (var trade = Trade.on(kind)) {
            assertThat(Columns.tooNarrowForSums(trade.platform(), "crm"))
                    .containsExactlyInAnyOrder(
                            "delivery_line.quantity",
                            "invoice.net",
                            "invoice.tax",
                            "invoice.total",
                            "invoice_line.discount",
                            "invoice_line.net",
                            "invoice_line.price",
                            "invoice_line.quantity",
                            "invoice_line.tax",
                            "invoice_line.tax_percent",
                            "order_line.discount",
                            "order_line.net",
                            "order_line.price",
                            "order_line.quantity",
                            "order_line.tax",
                            "order_line.tax_percent",
                            "sales_order.freight",
                            "sales_order.net",
                            "sales_order.tax",
                            "sales_order.total",
                            "settlement.total");
        }
    }

    private static void refused(Trade trade, String code, Supplier<?> verb) {
        assertThatThrownBy(() -> trade.as(verb))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
