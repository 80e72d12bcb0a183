package org.stepwise.crm.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.crm.internal.Trade.MONDAY;
import static org.stepwise.crm.internal.Trade.line;

import java.util.List;
import java.util.stream.IntStream;
import org.stepwise.crm.OrderService.DeliveryView;
import org.stepwise.crm.OrderService.HandDelivery;
import org.stepwise.crm.internal.delivery.DeliveryRows;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.testkit.OnBothDatabases;

/** Several events about one document in one transaction, as in a rebuild. */
class DocumentEntitiesTest {
    private static final Id INVOICE = new Id(77);
    private static final int MANY = 250;

    /** The pool closes the statement that was used least when there are too many, even while it is being read. */
    @OnBothDatabases
    void anInvoiceIsShownOnAConnectionThatHasManyStatements(Database.Kind kind) {
        try (var trade = Trade.on(kind)) {
            var chai = trade.product("CHAI", "18", null);
            var order = trade.draft(trade.customer("ACME", "Acme Ltd"), "0", line(chai, "1"));
            trade.as(() -> trade.orders().confirm(order, -1, MONDAY));
            trade.as(() -> trade.orders().deliver(order, -1, new HandDelivery(List.of(), MONDAY)));
            var invoice = trade.as(() -> trade.invoices().issue(order, MONDAY)).id();
            var shown = trade.platform().service(Transactions.class).call(() -> {
                IntStream.range(0, 3 * MANY).forEach(number -> ask(trade, number / 3));
                return trade.as(() -> trade.invoices().find(invoice));
            });
            assertThat(shown.lines()).hasSize(1);
        }
    }

    private static void ask(Trade trade, int number) {
        trade.platform()
                .service(Sql.class)
                .first(
                        row -> row.getInt(1),
                        "SELECT " + number + " FROM crm.invoice WHERE company = ?",
                        trade.company());
    }

    @OnBothDatabases
    void whatWasChangedBeforeTheDocumentIsLockedIsNotLost(Database.Kind kind) {
        try (var trade = Trade.on(kind)) {
            var chai = trade.product("CHAI", "18", null);
            var order = trade.draft(trade.customer("ACME", "Acme Ltd"), "0", line(chai, "1"));
            trade.as(() -> trade.orders().confirm(order, -1, MONDAY));
            var delivery = trade.as(() -> trade.orders().deliver(order, -1, new HandDelivery(List.of(), MONDAY)));
            var rows = trade.platform().service(DeliveryRows.class);
            trade.platform().service(Transactions.class).run(() -> {
                rows.get(trade.company(), delivery).invoicedBy(INVOICE);
                assertThat(rows.lock(trade.company(), delivery).invoice()).isEqualTo(INVOICE);
            });
            assertThat(trade.as(() -> trade.orders().find(order)).deliveries())
                    .containsExactly(new DeliveryView(delivery, MONDAY, INVOICE));
        }
    }
}
