package org.stepwise.crm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.crm.internal.Trade.MONDAY;
import static org.stepwise.crm.internal.Trade.line;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.stepwise.crm.InvoiceService.InvoiceView;
import org.stepwise.crm.OrderService.HandDelivery;
import org.stepwise.crm.OrderService.NewLine;
import org.stepwise.crm.event.InvoiceLine;
import org.stepwise.data.Amounts;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.masterdata.Rounding;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;

/** What is delivered, invoiced, returned and credited in parts comes to the whole, to the last cent. */
class PartsTest {
    private static final List<String> PRICES = List.of("68.33", "68.33", "57.50", "85.00");

    @TempDir
    Path folder;

    @Law({2, 15})
    @OnBothDatabases
    void returnsCreditedOneByOneLeaveNothingOpenByLine(Database.Kind kind) throws IOException {
        creditedOneByOne(kind, Rounding.LINE, "335.00");
    }

    @Law({2, 15})
    @OnBothDatabases
    void returnsCreditedOneByOneLeaveNothingOpenByDocument(Database.Kind kind) throws IOException {
        creditedOneByOne(kind, Rounding.DOCUMENT, "334.99");
    }

    private void creditedOneByOne(Database.Kind kind, Rounding rounding, String total) throws IOException {
        try (var trade = Trade.on(kind)) {
            trade.rounding(rounding);
            trade.tax("VAT", "20");
            var acme = trade.customer("ACME", "Acme Ltd");
            var tea = trade.product("TEA", "1", "VAT");
            var lines = PRICES.stream().map(price -> line(tea, "1", price, "0")).toArray(NewLine[]::new);
            var order = trade.order(acme, lines);
            var delivery = trade.as(() -> trade.orders().deliver(order, -1, new HandDelivery(List.of(), MONDAY)));
            var invoice = trade.invoice(order);
            assertThat(invoice.total()).isEqualByComparingTo(total);
            assertThat(invoice.rounding()).isEqualTo(rounding.name());
            addsUp(invoice);
            var credits = Stream.of(1, 2, 3, 4)
                    .map(number -> trade.credit(invoice.id(), trade.takeBack(delivery, number, "1")))
                    .toList();
            credits.forEach(PartsTest::addsUp);
            assertThat(sum(credits, InvoiceView::net)).isEqualByComparingTo(invoice.net());
            assertThat(sum(credits, InvoiceView::tax)).isEqualByComparingTo(invoice.tax());
            assertThat(sum(credits, InvoiceView::total)).isEqualByComparingTo(total);
            assertThat(trade.find(invoice.id()).status()).isEqualTo("PAID");
            assertThat(credits).extracting(InvoiceView::status).containsOnly("PAID");
            Rebuilt.isTheSame(trade, folder);
        }
    }

    @OnBothDatabases
    void deliveriesInvoicedOneByOneAreTheOrder(Database.Kind kind) throws IOException {
        try (var trade = Trade.on(kind)) {
            trade.tax("VAT", "7.7");
            var acme = trade.customer("ACME", "Acme Ltd");
            var tea = trade.product("TEA", "0.335", "VAT");
            var order = trade.order(acme, line(tea, "3"));
            var whole = trade.as(() -> trade.orders().find(order));
            assertThat(whole.net()).isEqualByComparingTo("1.01");
            assertThat(whole.total()).isEqualByComparingTo("1.09");
            var parts = oneByOne(trade, order, 3);
            assertThat(parts)
                    .extracting(InvoiceView::net)
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(new BigDecimal("0.34"), new BigDecimal("0.33"), new BigDecimal("0.34"));
            assertThat(sum(parts, InvoiceView::total)).isEqualByComparingTo(whole.total());
            Rebuilt.isTheSame(trade, folder);
        }
    }

    private static List<InvoiceView> oneByOne(Trade trade, Id order, int pieces) {
        return Stream.generate(() -> {
                    trade.deliver(order, 1, "1");
                    return trade.invoice(order);
                })
                .limit(pieces)
                .toList();
    }

    @OnBothDatabases
    void whatIsDeliveredAgainAfterACreditIsChargedAgainAndNoMore(Database.Kind kind) throws IOException {
        try (var trade = Trade.on(kind)) {
            var acme = trade.customer("ACME", "Acme Ltd");
            var tea = trade.product("TEA", "0.335", null);
            var order = trade.order(acme, line(tea, "3"));
            var delivery = trade.deliver(order, 1, "3");
            var first = trade.invoice(order);
            var credit = trade.credit(first.id(), trade.takeBack(delivery, 1, "1"));
            assertThat(credit.total()).isEqualByComparingTo("0.34");
            trade.refused("crm.delivery.more-than-open", () -> trade.deliver(order, 1, "1.5"));
            trade.deliver(order, 1, "1");
            var again = trade.invoice(order);
            assertThat(again.total()).isEqualByComparingTo("0.34");
            assertThat(first.total().subtract(credit.total()).add(again.total()))
                    .isEqualByComparingTo("1.01");
            assertThat(trade.as(() -> trade.orders().find(order)).status()).isEqualTo("INVOICED");
            Rebuilt.isTheSame(trade, folder);
        }
    }

    /** The second of 0.34, 0.33 and 0.34 comes back and leaves again, and only then is it credited. */
    @OnBothDatabases
    void whatLeavesAgainBeforeItIsCreditedComesToTheWholeToo(Database.Kind kind) throws IOException {
        try (var trade = Trade.on(kind)) {
            var acme = trade.customer("ACME", "Acme Ltd");
            var order = trade.order(acme, line(trade.product("TEA", "0.335", null), "3"));
            oneByOne(trade, order, 3);
            var second = trade.as(() -> trade.orders().find(order)).deliveries().get(1);
            var returned = trade.takeBack(second.id(), 1, "1");
            trade.deliver(order, 1, "1");
            var again = trade.invoice(order);
            assertThat(again.total()).isEqualByComparingTo("0.33");
            assertThat(trade.credit(second.invoice(), returned).total()).isEqualByComparingTo("0.33");
            Rebuilt.isTheSame(trade, folder);
        }
    }

    @OnBothDatabases
    void whatCameBackBeforeItWasInvoicedIsNotCharged(Database.Kind kind) throws IOException {
        try (var trade = Trade.on(kind)) {
            var acme = trade.customer("ACME", "Acme Ltd");
            var tea = trade.product("TEA", "10", null);
            var order = trade.order(acme, line(tea, "10"));
            var delivery = trade.deliver(order, 1, "10");
            var returned = trade.takeBack(delivery, 1, "4");
            var invoice = trade.invoice(order);
            assertThat(invoice.total()).isEqualByComparingTo("60");
            assertThat(invoice.lines().get(0).quantity()).isEqualByComparingTo("6");
            trade.refused("crm.credit.left-out", () -> trade.credit(invoice.id(), returned));
            trade.refused("crm.credit.nothing-returned", () -> trade.credit(invoice.id(), null));
            var shown = trade.as(() -> trade.orders().find(order));
            assertThat(shown.status()).isEqualTo("INVOICED");
            assertThat(shown.lines().get(0).returned()).isEqualByComparingTo("4");

            var later = trade.takeBack(delivery, 1, "6");
            assertThat(trade.credit(invoice.id(), later).total()).isEqualByComparingTo("60");
            Rebuilt.isTheSame(trade, folder);
        }
    }

    @OnBothDatabases
    void nothingIsInvoicedWhenAllCameBackUntilItLeavesAgain(Database.Kind kind) throws IOException {
        try (var trade = Trade.on(kind)) {
            var acme = trade.customer("ACME", "Acme Ltd");
            var tea = trade.product("TEA", "10", null);
            var order = trade.order(acme, line(tea, "10"));
            trade.takeBack(trade.deliver(order, 1, "10"), 1, "10");
            trade.refused("crm.invoice.nothing-delivered", () -> trade.invoice(order));
            trade.as(() -> trade.orders().deliver(order, -1, new HandDelivery(List.of(), MONDAY)));
            var invoice = trade.invoice(order);
            assertThat(invoice.total()).isEqualByComparingTo("100");
            trade.refused("crm.invoice.nothing-delivered", () -> trade.invoice(order));
            assertThat(trade.as(() -> trade.orders().find(order)).status()).isEqualTo("INVOICED");
            Rebuilt.isTheSame(trade, folder);
        }
    }

    @OnBothDatabases
    void aRateThatChangesMeanwhileIsTheInvoicesOwnAndTheNetStaysTheOrders(Database.Kind kind) {
        try (var trade = Trade.on(kind)) {
            trade.tax("VAT", "19");
            var acme = trade.customer("ACME", "Acme Ltd");
            var tea = trade.product("TEA", "0.335", "VAT");
            var order = trade.order(acme, line(tea, "3"));
            trade.deliver(order, 1, "2");
            var before = trade.invoice(order);
            trade.tax("VAT", "20", MONDAY.plusDays(1));
            trade.deliver(order, 1, "1");
            var after = trade.as(() -> trade.invoices().issue(order, MONDAY.plusDays(1)));
            assertThat(before.net().add(after.net())).isEqualByComparingTo("1.01");
            // Of 1.01: 0.19 at 19 %, two thirds of it; 0.20 at 20 %, one third.
            assertThat(before.tax()).isEqualByComparingTo("0.13");
            assertThat(after.tax()).isEqualByComparingTo("0.07");
            assertThat(after.lines().get(0).taxPercent()).isEqualByComparingTo("20");
        }
    }

    @OnBothDatabases
    void amountsHaveTheDigitsOfTheCurrency(Database.Kind kind) {
        try (var trade = Trade.in("KWD", kind)) {
            assertThat(oneLine(trade, "1.2995", "3").total()).isEqualByComparingTo("3.899");
        }
        try (var trade = Trade.in("JPY", kind)) {
            assertThat(oneLine(trade, "33.5", "3").total()).isEqualByComparingTo("101");
            trade.refused(
                    "crm.input.invalid",
                    () -> trade.draft(trade.customer("X", "X"), "0.5", line(trade.product("X", "1", null), "1")));
        }
    }

    private static InvoiceView oneLine(Trade trade, String price, String quantity) {
        var order = trade.order(trade.customer("ACME", "Acme Ltd"), line(trade.product("TEA", price, null), quantity));
        trade.as(() -> trade.orders().deliver(order, -1, new HandDelivery(List.of(), MONDAY)));
        var invoice = trade.invoice(order);
        addsUp(invoice);
        return invoice;
    }

    private static void addsUp(InvoiceView document) {
        var digits = Amounts.digits(document.currency());
        for (var line : document.lines()) {
            assertThat(line.net().stripTrailingZeros().scale()).isLessThanOrEqualTo(digits);
            assertThat(line.tax().stripTrailingZeros().scale()).isLessThanOrEqualTo(digits);
        }
        assertThat(sum(document.lines(), InvoiceLine::net)).isEqualByComparingTo(document.net());
        assertThat(sum(document.lines(), InvoiceLine::tax)).isEqualByComparingTo(document.tax());
        assertThat(document.net().add(document.tax())).isEqualByComparingTo(document.total());
    }

    private static <T> BigDecimal sum(List<T> items, Function<T, BigDecimal> amount) {
        return items.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
