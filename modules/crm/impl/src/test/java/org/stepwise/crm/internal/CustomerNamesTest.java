package org.stepwise.crm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.crm.internal.Trade.MONDAY;
import static org.stepwise.crm.internal.Trade.line;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.stepwise.crm.InvoiceService.InvoiceView;
import org.stepwise.crm.OrderService.HandDelivery;
import org.stepwise.crm.OrderService.LineQuantity;
import org.stepwise.crm.OrderService.OrderView;
import org.stepwise.crm.internal.invoice.InvoiceRegister;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.web.ListQuery;
import org.stepwise.web.ListQuery.Filter;
import org.stepwise.web.ListQuery.Operator;

/** A document has its customer's name as the log knows it, whoever renamed him meanwhile. */
class CustomerNamesTest {
    private static final int RENAMINGS = 14;

    @Law(2)
    @OnBothDatabases
    void aCustomerRenamedWhileAnOrderIsNotCommittedHasHisNewNameOnIt(Database.Kind kind) {
        try (var trade = Trade.on(kind)) {
            var chai = trade.product("CHAI", "18", null);
            var customer = trade.customer("ACME", "Acme Ltd");
            trade.settled();
            var order = trade.platform().service(Transactions.class).call(() -> {
                var written = trade.draft(customer, "0", line(chai, "1"));
                trade.as(() -> trade.orders().confirm(written, -1, MONDAY));
                CompletableFuture.runAsync(() -> trade.rename(customer, "ACME", "Apex Ltd"))
                        .join();
                trade.settledSoon();
                return written;
            });
            trade.settled();
            assertThat(trade.as(() -> trade.orders().find(order)))
                    .extracting(OrderView::customerName)
                    .isEqualTo("Apex Ltd");
            trade.as(() -> trade.orders().deliver(order, -1, new HandDelivery(List.of(), MONDAY)));
            assertThat(trade.as(() -> trade.invoices().issue(order, MONDAY)))
                    .extracting(InvoiceView::customerName)
                    .isEqualTo("Apex Ltd");
        }
    }

    /** Wherever the batches of a rebuild end. */
    @Law(5)
    @OnBothDatabases
    void afterARebuildNoDocumentHasAnOldName(Database.Kind kind) {
        try (var trade = Trade.on(kind)) {
            var chai = trade.product("CHAI", "18", null);
            List<Id> orders = new ArrayList<>();
            List<Id> invoices = new ArrayList<>();
            for (int round = 1; round <= RENAMINGS; round++) {
                var code = "C" + round;
                var customer = trade.customer(code, "Alt");
                var order = trade.as(
                                () -> trade.orders().confirm(trade.draft(customer, "0", line(chai, "2")), -1, MONDAY))
                        .id();
                orders.add(order);
                invoices.add(invoiceOne(trade, order));
                trade.rename(customer, code, "Neu");
                invoices.add(invoiceOne(trade, order));
            }
            trade.disableAndPurge("crm");
            trade.enable("crm");
            trade.settled();
            assertThat(orders)
                    .extracting(
                            order -> trade.as(() -> trade.orders().find(order)).customerName())
                    .containsOnly("Neu");
            assertThat(invoices)
                    .extracting(invoice ->
                            trade.as(() -> trade.invoices().find(invoice)).customerName())
                    .containsOnly("Neu");
            var renamed = new ListQuery(
                    50, null, List.of("number"), List.of(new Filter("customerName", Operator.CONTAINS, "neu")));
            var listed = trade.as(
                    () -> trade.platform().service(InvoiceRegister.class).list(renamed));
            assertThat(listed.items()).hasSize(2 * RENAMINGS).allSatisfy(row -> assertThat(row)
                    .containsEntry("customerName", "Neu"));
        }
    }

    private static Id invoiceOne(Trade trade, Id order) {
        trade.as(() -> trade.orders()
                .deliver(order, -1, new HandDelivery(List.of(new LineQuantity(1, BigDecimal.ONE)), MONDAY)));
        return trade.as(() -> trade.invoices().issue(order, MONDAY)).id();
    }
}
