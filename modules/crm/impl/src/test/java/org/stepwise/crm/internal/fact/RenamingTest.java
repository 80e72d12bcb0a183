package org.stepwise.crm.internal.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.crm.internal.order.OrderRows;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.log.Recorded;
import org.stepwise.masterdata.event.PartyRecorded;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;

/** A rebuild takes in many events in one transaction: a renaming may come between an order and its invoice. */
class RenamingTest {
    private static final Id ADA = new Id(1);
    private static final Id CUSTOMER = new Id(3);
    private static final Id ORDER = new Id(7);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Law(5)
    @OnBothDatabases
    void whatFollowsInTheSameTransactionSeesTheNewName(Database.Kind kind) {
        try (var company = new TestCompany(Platform.on(kind).start(), "rest")) {
            company.enable("crm");
            var orders = company.service(OrderRows.class);
            var name = company.service(Transactions.class).call(() -> {
                company.service(CustomerNames.class).known(company.id(), named("Acme Ltd"));
                company.service(OrderFacts.class)
                        .confirmed(new Recorded<>(company.id(), DAY, Instant.EPOCH, ADA, "rest", "crm", confirmed()));
                assertThat(orders.lock(company.id(), ORDER).customerName()).isEqualTo("Acme Ltd");
                company.service(CustomerNames.class).known(company.id(), named("Apex Ltd"));
                return orders.lock(company.id(), ORDER).customerName();
            });
            assertThat(name).isEqualTo("Apex Ltd");
        }
    }

    private static PartyRecorded named(String organisation) {
        return new PartyRecorded(
                CUSTOMER,
                "ACME",
                Set.of("CUSTOMER"),
                false,
                organisation,
                null,
                null,
                null,
                null,
                null,
                "Oslo",
                null,
                "NO");
    }

    private static OrderConfirmed confirmed() {
        return new OrderConfirmed(
                ORDER, null, CUSTOMER, null, DAY, null, "EUR", BigDecimal.ZERO, List.of(), false, "LINE");
    }
}
