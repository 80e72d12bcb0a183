package org.stepwise.crm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.crm.internal.Trade.MONDAY;
import static org.stepwise.crm.internal.Trade.line;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.stepwise.crm.InvoiceService.NewCredit;
import org.stepwise.crm.InvoiceService.NewPayment;
import org.stepwise.crm.OrderService.HandDelivery;
import org.stepwise.crm.OrderService.HandReturn;
import org.stepwise.crm.OrderService.NewOrder;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.input.Reasoned;
import org.stepwise.masterdata.Parties;
import org.stepwise.masterdata.Parties.NewParty;
import org.stepwise.masterdata.Products;
import org.stepwise.masterdata.Products.NewPrice;
import org.stepwise.masterdata.Products.NewProduct;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;

/** What may happen to an order, in which order of days, and to whom. */
class LifeOfAnOrderTest {
    @TempDir
    Path folder;

    @OnBothDatabases
    void aDraftIsCheckedAgainWhenItBecomesBinding(Database.Kind kind) {
        try (var trade = Trade.on(kind)) {
            var acme = trade.customer("ACME", "Acme Ltd");
            var tea = trade.product("TEA", "10", null);
            var inactive = trade.draft(acme, "0", line(tea, "1"));
            change(trade, tea, "PCE", false);
            trade.refused("crm.line.product-inactive", () -> confirm(trade, inactive));
            change(trade, tea, "KG", true);
            trade.refused("crm.line.product-changed", () -> confirm(trade, inactive));
            change(trade, tea, "PCE", true);
            trade.as(() -> {
                trade.platform().service(Products.class).setPrice(tea, new NewPrice(new BigDecimal("12"), MONDAY));
                return null;
            });
            customer(trade, acme, false);
            trade.refused("crm.order.not-a-customer", () -> confirm(trade, inactive));
            customer(trade, acme, true);
            confirm(trade, inactive);
            assertThat(trade.as(() -> trade.orders().find(inactive)).net()).isEqualByComparingTo("10");
        }
    }

    @Law(17)
    @OnBothDatabases
    void nothingNewBeginsWithSomebodyWhoWasErased(Database.Kind kind) {
        try (var trade = Trade.on(kind)) {
            var ada = trade.person("ADA", "Ada Lovelace");
            var acme = trade.customer("ACME", "Acme Ltd");
            var tea = trade.product("TEA", "10", null);
            var draft = trade.draft(ada, "0", line(tea, "1"));
            var sold = trade.as(() ->
                    trade.orders().draft(new NewOrder(acme, null, ada, MONDAY, null, null, List.of(line(tea, "1")))));
            trade.erase(ada);
            trade.refused("crm.order.customer-erased", () -> confirm(trade, draft));
            trade.refused("crm.input.invalid", () -> trade.draft(ada, "0", line(tea, "1")));
            var wanted = new NewOrder(ada, null, null, MONDAY, null, null, List.of(line(tea, "1")));
            trade.refused("crm.input.invalid", () -> trade.orders().place(wanted));
            trade.refused("crm.order.salesperson-erased", () -> confirm(trade, sold));
        }
    }

    @OnBothDatabases
    void daysFollowOneAnother(Database.Kind kind) {
        try (var trade = Trade.on(kind)) {
            var acme = trade.customer("ACME", "Acme Ltd");
            var order = trade.order(acme, line(trade.product("TEA", "10", null), "10"));
            var tuesday = MONDAY.plusDays(1);
            var later = trade.draft(acme, "0", line(trade.product("TIN", "5", null), "1"));
            trade.as(() -> trade.orders().confirm(later, -1, tuesday));
            trade.refused("crm.delivery.before-order", () -> trade.orders()
                    .deliver(later, -1, new HandDelivery(List.of(), MONDAY)));
            var delivery = trade.as(() -> trade.orders().deliver(order, -1, new HandDelivery(List.of(), tuesday)));
            trade.refused("crm.invoice.before-delivery", () -> trade.invoice(order));
            trade.refused("crm.return.before-delivery", () -> trade.takeBack(delivery, 1, "1"));
            var invoice = trade.as(() -> trade.invoices().issue(order, tuesday.plusDays(1)));
            var returned = trade.as(() -> trade.orders()
                    .takeBack(delivery, new HandReturn(List.of(Trade.quantity(1, "1")), "x", tuesday.plusDays(2))));
            var early = tuesday.plusDays(1);
            trade.refused("crm.credit.before-return", () -> trade.invoices()
                    .credit(invoice.id(), new NewCredit(returned, null, early)));
            var backAtOnce = trade.as(() ->
                    trade.orders().takeBack(delivery, new HandReturn(List.of(Trade.quantity(1, "1")), "x", tuesday)));
            trade.refused("crm.credit.before-invoice", () -> trade.invoices()
                    .credit(invoice.id(), new NewCredit(backAtOnce, null, tuesday)));
            trade.as(() -> trade.invoices().credit(invoice.id(), new NewCredit(backAtOnce, null, early)));
        }
    }

    @OnBothDatabases
    void aReturnIsCreditedOnTheInvoiceThatChargedIt(Database.Kind kind) {
        try (var trade = Trade.on(kind)) {
            var acme = trade.customer("ACME", "Acme Ltd");
            var tea = trade.product("TEA", "10", null);
            var one = trade.order(acme, line(tea, "1"));
            var delivery = trade.deliver(one, 1, "1");
            var charged = trade.invoice(one);
            var other = trade.order(acme, line(tea, "1"));
            trade.deliver(other, 1, "1");
            var others = trade.invoice(other);
            var returned = trade.takeBack(delivery, 1, "1");
            trade.refused("crm.credit.other-invoice", () -> trade.credit(others.id(), returned));
            trade.refused("crm.invoice.unknown", () -> trade.credit(new Id(7), returned));
            var credit = trade.credit(charged.id(), returned);
            trade.refused("crm.invoice.is-credit-note", () -> trade.credit(credit.id(), null));
            trade.refused("crm.credit.nothing-returned", () -> trade.credit(charged.id(), null));
        }
    }

    @Law({2, 5})
    @OnBothDatabases
    void aCreditForAPaidInvoiceIsOpenUntilItIsUsed(Database.Kind kind) throws IOException {
        try (var trade = Trade.on(kind)) {
            var acme = trade.customer("ACME", "Acme Ltd");
            var tea = trade.product("TEA", "10", null);
            var order = trade.order(acme, line(tea, "10"));
            var delivery = trade.deliver(order, 1, "10");
            var invoice = trade.invoice(order);
            trade.as(() -> {
                trade.invoices().paid(invoice.id(), new NewPayment(null, MONDAY));
                return null;
            });
            var credit = trade.credit(invoice.id(), trade.takeBack(delivery, 1, "4"));
            assertThat(credit.status()).isEqualTo("OPEN");
            assertThat(credit.paid()).isEqualByComparingTo("0");
            trade.deliver(order, 1, "3");
            var next = trade.invoice(order).id();
            trade.settled();
            assertThat(trade.find(next).status()).isEqualTo("PAID");
            assertThat(trade.find(credit.id()).status()).isEqualTo("OPEN");
            assertThat(trade.find(credit.id()).paid()).isEqualByComparingTo("30");
            trade.deliver(order, 1, "1");
            var last = trade.invoice(order).id();
            trade.settled();
            assertThat(trade.find(last).status()).isEqualTo("PAID");
            assertThat(trade.find(credit.id()).status()).isEqualTo("PAID");
            Rebuilt.isTheSame(trade, folder);
        }
    }

    @Law(15)
    @OnBothDatabases
    void creditsAndPaymentsSettleTheInvoiceThatTheyName(Database.Kind kind) {
        try (var trade = Trade.on(kind)) {
            var acme = trade.customer("ACME", "Acme Ltd");
            var order = trade.order(acme, line(trade.product("TEA", "10", null), "20"));
            trade.deliver(order, 1, "10");
            var older = trade.invoice(order).id();
            var delivery = trade.deliver(order, 1, "10");
            var newer = trade.invoice(order).id();
            trade.credit(newer, trade.takeBack(delivery, 1, "3"));
            trade.as(() -> {
                trade.invoices().paid(newer, new NewPayment(new BigDecimal("40"), MONDAY));
                return null;
            });
            trade.settled();
            assertThat(trade.find(older).paid()).isEqualByComparingTo("0");
            assertThat(trade.find(newer).paid()).isEqualByComparingTo("40");
            trade.refused("crm.payment.too-much", () -> trade.invoices()
                    .paid(newer, new NewPayment(new BigDecimal("31"), MONDAY)));
            trade.as(() -> {
                trade.invoices().paid(newer, new NewPayment(null, MONDAY));
                return null;
            });
            assertThat(trade.find(newer).paid()).isEqualByComparingTo("70");
            assertThat(trade.find(newer).status()).isEqualTo("PAID");
            assertThat(trade.find(older).status()).isEqualTo("OPEN");
        }
    }

    @OnBothDatabases
    void anOrderShowsWhatWasGivenUp(Database.Kind kind) throws IOException {
        try (var trade = Trade.on(kind)) {
            var acme = trade.customer("ACME", "Acme Ltd");
            var order = trade.order(acme, line(trade.product("TEA", "1", null), "100"));
            trade.deliver(order, 1, "75");
            var cancelled = trade.as(() -> trade.orders().cancel(order, -1, new Reasoned("enough", MONDAY)));
            assertThat(cancelled.cancelled()).isTrue();
            assertThat(cancelled.lines().get(0).givenUp()).isEqualByComparingTo("25");
            assertThat(trade.invoice(order).total()).isEqualByComparingTo("75");
            var shown = trade.as(() -> trade.orders().find(order));
            assertThat(shown.status()).isEqualTo("INVOICED");
            assertThat(shown.lines().get(0).givenUp()).isEqualByComparingTo("25");
            Rebuilt.isTheSame(trade, folder);
        }
    }

    private static void confirm(Trade trade, Id order) {
        trade.as(() -> trade.orders().confirm(order, -1, MONDAY));
    }

    private static void change(Trade trade, Id product, String unit, boolean active) {
        trade.as(() -> {
            trade.platform()
                    .service(Products.class)
                    .change(product, -1, new NewProduct("TEA", "TEA", null, unit, "GOODS", null, active));
            return null;
        });
    }

    private static void customer(Trade trade, Id party, boolean customer) {
        trade.as(() -> {
            trade.platform()
                    .service(Parties.class)
                    .change(
                            party,
                            -1,
                            new NewParty(
                                    "ACME",
                                    "Acme Ltd",
                                    customer,
                                    !customer,
                                    false,
                                    false,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null));
            return null;
        });
    }
}
