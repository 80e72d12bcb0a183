package org.stepwise.crm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.crm.internal.Trade.MONDAY;
import static org.stepwise.crm.internal.Trade.line;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.stepwise.crm.InvoiceService.InvoiceView;
import org.stepwise.crm.OrderService.OrderView;
import org.stepwise.data.Database;
import org.stepwise.data.Transactions;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;

/** A document has its customer's name as the log knows it, whoever renamed him meanwhile. */
class CustomerNamesTest {

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
            trade.as(() -> trade.orders().deliver(order, -1, List.of(), MONDAY));
            assertThat(trade.as(() -> trade.invoices().issue(order, MONDAY)))
                    .extracting(InvoiceView::customerName)
                    .isEqualTo("Apex Ltd");
        }
    }
}
