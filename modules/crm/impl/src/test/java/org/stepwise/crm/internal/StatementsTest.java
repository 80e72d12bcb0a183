package org.stepwise.crm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.crm.internal.Trade.MONDAY;
import static org.stepwise.crm.internal.Trade.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.stepwise.crm.InvoiceService.NewPayment;
import org.stepwise.crm.OrderService.HandDelivery;
import org.stepwise.crm.OrderService.NewLine;
import org.stepwise.crm.OrderService.NewOrder;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.StatementCount;

/** What an order asks of the database on its way to the payment, in verbs and reactions of sales. */
class StatementsTest {
    private static final int MANY = 20;

    @OnBothDatabases
    void aLongOrderTakesNoMoreStatementsThanAShortOne(Database.Kind kind) {
        var count = new StatementCount();
        try (var trade = Trade.counted(kind, count)) {
            var deal = new Deal(trade, count);
            // Master data asks for products until it knows that they are in use.
            deal.toPayment(MANY);
            deal.toPayment(MANY);
            var few = deal.toPayment(1);
            var many = deal.toPayment(MANY);
            few.forEach((step, statements) -> assertThat(more(many.get(step), statements))
                    .as("%s: %s", step, many.get(step))
                    .isLessThanOrEqualTo(lookedUpOneByOne(kind, step)));
            assertThat(few.get("show"))
                    .as("the order, its lines, its deliveries, the names of its products and of its customer")
                    .hasSize(5);
        }
    }

    private static int more(List<String> many, List<String> few) {
        return many.size() - few.size();
    }

    /** The embedded database is asked for one product at a time, because it would scan the table for a list. */
    private static int lookedUpOneByOne(Database.Kind kind, String step) {
        var looksUp = List.of("place", "show", "confirm a draft").contains(step);
        return kind == Database.Kind.DERBY && looksUp ? MANY - 1 : 0;
    }

    /** One customer, who buys as many products as wanted. */
    private static final class Deal {
        private final Trade trade;
        private final StatementCount count;
        private final Id customer;
        private final List<Id> products;
        private final Map<String, List<String>> statements = new LinkedHashMap<>();

        Deal(Trade trade, StatementCount count) {
            this.trade = trade;
            this.count = count;
            trade.tax("VAT", "19");
            customer = trade.customer("ACME", "Acme Ltd");
            products = IntStream.rangeClosed(1, MANY)
                    .mapToObj(number -> trade.product("P" + number, "10", "VAT"))
                    .toList();
        }

        Map<String, List<String>> toPayment(int lines) {
            statements.clear();
            var draft = trade.as(() -> trade.orders().draft(order(lines)));
            step("confirm a draft", () -> trade.orders().confirm(draft, -1, MONDAY));
            var orders = new ArrayList<Id>();
            step("place", () -> orders.add(trade.orders().place(order(lines)).id()));
            var order = orders.get(0);
            step("show", () -> trade.orders().find(order));
            step("deliver", () -> trade.orders().deliver(order, -1, new HandDelivery(List.of(), MONDAY)));
            var invoices = new ArrayList<Id>();
            step(
                    "invoice",
                    () -> invoices.add(trade.invoices().issue(order, MONDAY).id()));
            step("show the invoice", () -> trade.invoices().find(invoices.get(0)));
            step("pay", () -> trade.invoices().paid(invoices.get(0), new NewPayment(null, MONDAY)));
            return new LinkedHashMap<>(statements);
        }

        private NewOrder order(int lines) {
            var wanted = products.subList(0, lines).stream()
                    .map(product -> line(product, "2"))
                    .toArray(NewLine[]::new);
            return new NewOrder(customer, null, null, MONDAY, null, null, List.of(wanted));
        }

        /** With the reactions to it, which are finished when the step is. */
        private void step(String name, Runnable verb) {
            Runnable work = () -> {
                trade.as(() -> {
                    verb.run();
                    return null;
                });
                trade.settled();
            };
            statements.put(name, count.during(work, "crm", "masterdata"));
        }
    }
}
