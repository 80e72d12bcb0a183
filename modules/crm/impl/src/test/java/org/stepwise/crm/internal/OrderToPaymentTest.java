package org.stepwise.crm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.crm.internal.Trade.MONDAY;
import static org.stepwise.crm.internal.Trade.line;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.stepwise.accounting.event.PaymentReceived;
import org.stepwise.crm.InvoiceService.NewCredit;
import org.stepwise.crm.InvoiceService.NewPayment;
import org.stepwise.crm.OrderService.HandDelivery;
import org.stepwise.crm.OrderService.HandReturn;
import org.stepwise.crm.OrderService.LineQuantity;
import org.stepwise.crm.OrderService.NewOrder;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.input.Reasoned;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.MovementLine;

/**
 * A customer orders, gets the goods in two deliveries, is invoiced for each, sends something back and pays: sales does
 * it alone, without warehouse and accounting.
 */
class OrderToPaymentTest {
    @TempDir
    Path folder;

    @Law({2, 5, 10, 18})
    @OnBothDatabases
    void anOrderIsDeliveredInvoicedCreditedAndPaidAndIsTheSameAfterARebuild(Database.Kind kind) throws IOException {
        try (var trade = Trade.on(kind)) {
            var order = confirmedOrder(trade);
            var first = trade.as(() -> trade.orders()
                    .deliver(order, -1, new HandDelivery(List.of(new LineQuantity(1, new BigDecimal("6"))), MONDAY)));
            var invoice = firstInvoice(trade, order);
            restDeliveredAndInvoiced(trade, order, invoice);

            var returned = trade.as(() -> trade.orders()
                    .takeBack(
                            first,
                            new HandReturn(
                                    List.of(new LineQuantity(1, BigDecimal.ONE)), "broken", MONDAY.plusDays(3))));
            var credit = trade.as(
                    () -> trade.invoices().credit(invoice, new NewCredit(returned, "broken", MONDAY.plusDays(3))));
            assertThat(credit.number()).startsWith("CN-");
            assertThat(credit.total()).isEqualByComparingTo("21.42");
            refused(trade, "crm.credit.already-credited", () -> trade.invoices()
                    .credit(invoice, new NewCredit(returned, "again", MONDAY)));

            pay(trade, invoice, "100");
            assertThat(trade.as(() -> trade.invoices().find(invoice)).status()).isEqualTo("OPEN");
            pay(trade, invoice, null);
            var paid = trade.as(() -> trade.invoices().find(invoice));
            assertThat(paid.status()).isEqualTo("PAID");
            assertThat(paid.paid()).isEqualByComparingTo("119.60");
            refused(trade, "crm.payment.nothing-open", () -> pay(trade, invoice, null));
            isTheSameAfterARebuild(trade);
        }
    }

    private static Id confirmedOrder(Trade trade) {
        trade.tax("VAT", "19");
        var acme = trade.customer("ACME", "Acme Ltd");
        var chai = trade.product("CHAI", "18.00", "VAT");
        var tofu = trade.product("TOFU", "23.25", null);
        var order = trade.draft(acme, "12.50", line(chai, "10"), line(tofu, "4", "20", "15"));
        var draft = trade.as(() -> trade.orders().find(order));
        assertThat(draft.status()).isEqualTo("DRAFT");
        assertThat(draft.number()).isNull();
        assertThat(draft.net()).isEqualByComparingTo("248");
        assertThat(draft.tax()).isEqualByComparingTo("34.20");
        assertThat(draft.total()).isEqualByComparingTo("294.70");

        var confirmed = trade.as(() -> trade.orders().confirm(order, draft.version(), MONDAY));
        assertThat(confirmed.status()).isEqualTo("CONFIRMED");
        assertThat(confirmed.number()).startsWith("SO-");
        assertThat(confirmed.customerName()).isEqualTo("Acme Ltd");
        return order;
    }

    private static Id firstInvoice(Trade trade, Id order) {
        var invoice = trade.as(() -> trade.invoices().issue(order, MONDAY.plusDays(1)));
        assertThat(invoice.number()).startsWith("INV-");
        assertThat(invoice.dueOn()).isEqualTo(MONDAY.plusDays(31));
        assertThat(invoice.net()).isEqualByComparingTo("120.50");
        assertThat(invoice.tax()).isEqualByComparingTo("20.52");
        assertThat(invoice.total()).isEqualByComparingTo("141.02");
        assertThat(trade.as(() -> trade.orders().find(order)).status()).isEqualTo("CONFIRMED");
        return invoice.id();
    }

    private static void restDeliveredAndInvoiced(Trade trade, Id order, Id firstInvoice) {
        trade.as(() -> trade.orders().deliver(order, -1, new HandDelivery(List.of(), MONDAY.plusDays(2))));
        assertThat(trade.as(() -> trade.orders().find(order)).status()).isEqualTo("DELIVERED");
        var second = trade.as(() -> trade.invoices().issue(order, MONDAY.plusDays(2)));
        assertThat(second.net()).isEqualByComparingTo("140");
        var done = trade.as(() -> trade.orders().find(order));
        assertThat(done.status()).isEqualTo("INVOICED");
        assertThat(done.deliveries()).extracting("invoice").containsExactly(firstInvoice, second.id());
    }

    /** The same facts through the doors of warehouse and accounting. */
    @Law(10)
    @OnBothDatabases
    void whatOthersRecordIsInvoicedAndSettlesTheOldestInvoicesFirst(Database.Kind kind) throws IOException {
        try (var trade = Trade.on(kind)) {
            var acme = trade.customer("ACME", "Acme Ltd");
            var chai = trade.product("CHAI", "10", null);
            var older = deliveredByTheWarehouse(trade, acme, chai, "3");
            var newer = deliveredByTheWarehouse(trade, acme, chai, "2");
            trade.record("accounting", new PaymentReceived(new Id(21), acme, null, new BigDecimal("40"), "EUR", null));
            trade.settled();
            assertThat(trade.as(() -> trade.invoices().find(older)).status()).isEqualTo("PAID");
            assertThat(trade.as(() -> trade.invoices().find(newer)).paid()).isEqualByComparingTo("10");

            trade.record("accounting", new PaymentReceived(new Id(22), acme, newer, new BigDecimal("15"), "EUR", null));
            var later = deliveredByTheWarehouse(trade, acme, chai, "1");
            trade.settled();
            assertThat(trade.as(() -> trade.invoices().find(newer)).status()).isEqualTo("PAID");
            assertThat(trade.as(() -> trade.invoices().find(later)).paid()).isEqualByComparingTo("5");
            isTheSameAfterARebuild(trade);
        }
    }

    private static Id deliveredByTheWarehouse(Trade trade, Id customer, Id product, String quantity) {
        var order = trade.draft(customer, "0", line(product, quantity));
        trade.as(() -> trade.orders().confirm(order, -1, MONDAY));
        var line = new MovementLine(1, 1, product, new BigDecimal(quantity));
        trade.record("warehouse", new DeliveryPosted(new Id(order.value() + 1), order, customer, List.of(line)));
        trade.settled();
        return trade.as(() -> trade.invoices().issue(order, MONDAY)).id();
    }

    private void isTheSameAfterARebuild(Trade trade) throws IOException {
        Rebuilt.isTheSame(trade, folder);
    }

    @OnBothDatabases
    void wrongInputIsRefusedAndWritesNothing(Database.Kind kind) {
        try (var trade = Trade.on(kind)) {
            var acme = trade.customer("ACME", "Acme Ltd");
            var chai = trade.product("CHAI", "18.00", null);
            refused(trade, "crm.input.invalid", () -> trade.draft(acme, "0", line(chai, "0")));
            refused(trade, "crm.input.invalid", () -> trade.draft(acme, "0", line(chai, "-1")));
            refused(trade, "crm.input.invalid", () -> trade.draft(acme, "-1", line(chai, "1")));
            refused(trade, "crm.input.invalid", () -> trade.draft(acme, "0", line(chai, "1", "1", "100.1")));
            refused(trade, "crm.input.invalid", () -> trade.draft(acme, "0", line(chai, "1.0000001")));
            refused(trade, "crm.input.invalid", () -> trade.draft(acme, "0", line(new Id(7), "1")));
            refused(trade, "crm.input.invalid", () -> trade.draft(new Id(7), "0", line(chai, "1")));
            var priceless = trade.product("PRICELESS", null, null);
            refused(trade, "crm.line.no-price", () -> trade.draft(acme, "0", line(priceless, "1")));
            refused(trade, "erp.day.before-company", () -> trade.orders()
                    .draft(new NewOrder(acme, null, null, MONDAY.minusDays(1), null, null, List.of(line(chai, "1")))));

            var order = trade.draft(acme, "0", line(chai, "5"));
            refused(trade, "crm.order.not-confirmed", () -> trade.orders()
                    .deliver(order, -1, new HandDelivery(List.of(), null)));
            refused(trade, "crm.order.not-confirmed", () -> trade.invoices().issue(order, null));
            refused(trade, "crm.order.changed-meanwhile", () -> trade.orders().confirm(order, 99, null));
            refused(trade, "crm.hold.warehouse-is-off", () -> trade.orders().hold(order, -1));
            trade.as(() -> trade.orders().confirm(order, -1, null));
            refused(trade, "crm.order.not-draft", () -> trade.orders().confirm(order, -1, null));
            refused(trade, "crm.invoice.nothing-delivered", () -> trade.invoices()
                    .issue(order, null));
            refused(trade, "crm.delivery.more-than-open", () -> trade.orders()
                    .deliver(order, -1, new HandDelivery(List.of(new LineQuantity(1, new BigDecimal("6"))), null)));
            refused(trade, "crm.order.no-such-line", () -> trade.orders()
                    .deliver(order, -1, new HandDelivery(List.of(new LineQuantity(2, BigDecimal.ONE)), null)));
            refused(trade, "crm.order.unknown", () -> trade.orders().find(new Id(7)));
            trade.settled();
            assertThat(trade.as(() -> trade.orders().find(order)).status()).isEqualTo("CONFIRMED");
        }
    }

    @OnBothDatabases
    void aCancelledOrderIsInvoicedForWhatLeftTheHouse(Database.Kind kind) throws IOException {
        try (var trade = Trade.on(kind)) {
            var ada = trade.person("ADA", "Ada Lovelace");
            var chai = trade.product("CHAI", "18.00", null);
            var advice = trade.product("ADVICE", "50", null, "SERVICE");
            var part = trade.draft(ada, "3", line(chai, "5"), line(advice, "2"));
            trade.as(() -> trade.orders().confirm(part, -1, MONDAY));
            trade.as(() -> trade.orders()
                    .deliver(part, -1, new HandDelivery(List.of(new LineQuantity(1, new BigDecimal("2"))), MONDAY)));
            assertThat(trade.as(() -> trade.orders().cancel(part, -1, new Reasoned("changed mind", MONDAY)))
                            .status())
                    .isEqualTo("DELIVERED");
            assertThat(trade.as(() -> trade.invoices().issue(part, MONDAY)).total())
                    .isEqualByComparingTo("39");
            assertThat(trade.as(() -> trade.orders().find(part)).status()).isEqualTo("INVOICED");

            var whole = trade.draft(ada, "0", line(chai, "1"));
            trade.as(() -> trade.orders().confirm(whole, -1, MONDAY));
            assertThat(trade.as(() -> trade.orders().cancel(whole, -1, new Reasoned(null, MONDAY)))
                            .status())
                    .isEqualTo("CANCELLED");
            refused(trade, "crm.order.already-cancelled", () -> trade.orders()
                    .cancel(whole, -1, new Reasoned(null, MONDAY)));

            var service = trade.draft(ada, "0", line(advice, "2"));
            trade.as(() -> trade.orders().confirm(service, -1, MONDAY));
            assertThat(trade.as(() -> trade.invoices().issue(service, MONDAY)).total())
                    .isEqualByComparingTo("100");

            trade.erase(ada);
            trade.settled();
            assertThat(trade.as(() -> trade.orders().find(whole)).customerName())
                    .isNull();
            isTheSameAfterARebuild(trade);
        }
    }

    @Law(3)
    @OnBothDatabases
    void manyPeopleAtOnceDeliverAndChargeNoMoreThanWasOrdered(Database.Kind kind) {
        try (var trade = Trade.on(kind)) {
            var acme = trade.customer("ACME", "Acme Ltd");
            var chai = trade.product("CHAI", "18.00", null);
            var order = trade.draft(acme, "7", line(chai, "5"));
            trade.as(() -> trade.orders().confirm(order, -1, MONDAY));

            var one = List.of(new LineQuantity(1, BigDecimal.ONE));
            assertThat(succeeded(trade, 8, () -> trade.orders().deliver(order, -1, new HandDelivery(one, MONDAY))))
                    .isEqualTo(5);
            assertThat(succeeded(trade, 4, () -> trade.invoices().issue(order, MONDAY)))
                    .isEqualTo(1);
            var invoiced = trade.as(() -> trade.orders().find(order));
            assertThat(invoiced.status()).isEqualTo("INVOICED");
            var invoice = invoiced.deliveries().get(0).invoice();
            assertThat(invoiced.deliveries()).hasSize(5).extracting("invoice").containsOnly(invoice);
            assertThat(succeeded(trade, 4, () -> {
                        trade.invoices().paid(invoice, new NewPayment(null, MONDAY));
                        return null;
                    }))
                    .isEqualTo(1);
            trade.settled();
            assertThat(trade.as(() -> trade.invoices().find(invoice)).paid()).isEqualByComparingTo("97");
        }
    }

    /** How many of the people who do this at once are not refused. */
    private static long succeeded(Trade trade, int people, Supplier<?> verb) {
        return IntStream.range(0, people)
                .mapToObj(person -> CompletableFuture.supplyAsync(() -> {
                    try {
                        trade.as(verb);
                        return 1;
                    } catch (Refusal refused) {
                        return 0;
                    }
                }))
                .toList()
                .stream()
                .mapToLong(CompletableFuture::join)
                .sum();
    }

    private static void pay(Trade trade, Id invoice, String amount) {
        trade.as(() -> {
            trade.invoices()
                    .paid(invoice, new NewPayment(amount == null ? null : new BigDecimal(amount), MONDAY.plusDays(4)));
            return null;
        });
    }

    private static void refused(Trade trade, String code, Runnable verb) {
        trade.refused(code, verb);
    }
}
