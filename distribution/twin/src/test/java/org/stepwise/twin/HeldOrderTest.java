package org.stepwise.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.OrderService.NewLine;
import org.stepwise.crm.OrderService.NewOrder;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Store;
import org.stepwise.warehouse.StockHolds;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Register;

/**
 * Stock is held for an order that is typed slowly, while another one is confirmed quickly. A hold is no fact, but the
 * confirmation tells of it: so the holder gets his goods, today and after a rebuild.
 */
class HeldOrderTest {
    private static final LocalDate DAY = LocalDate.of(1996, 7, 4);

    private TwinCompany company;
    private Id product;
    private BigDecimal everything;
    private Id slow;
    private Id quick;

    @Law({2, 5})
    @OnBothDatabases
    void whatWasHeldIsReservedForTheHolderAndIsSoAfterARebuild(Database.Kind kind) {
        inCompany(kind, () -> {
            heldByTheSlowAndConfirmedByTheQuick();
            confirm(slow);

            assertThat(reserved(slow)).isEqualByComparingTo(everything);
            assertThat(reserved(quick)).isZero();
            var lived = company.export();
            company.disable("warehouse");
            company.purge("warehouse");
            company.enable("warehouse");
            company.settle();
            assertThat(company.export()).isEqualTo(lived);
        });
    }

    @OnBothDatabases
    void aHoldThatHasExpiredPromisesNothing(Database.Kind kind) {
        inCompany(kind, () -> {
            heldByTheSlowAndConfirmedByTheQuick();
            company.clock().move(Duration.ofMinutes(31));
            confirm(slow);

            assertThat(reserved(slow)).isZero();
            assertThat(reserved(quick)).isEqualByComparingTo(everything);
        });
    }

    private void inCompany(Database.Kind kind, Runnable story) {
        try (var store = Store.create(kind);
                var opened = new TwinCompany(store)) {
            company = opened;
            company.enable("crm");
            company.enable("warehouse");
            company.enable("accounting");
            new Script(0).begin(company);
            company.settle();
            product = company.as(() -> company.desks()
                    .masterData()
                    .productByCode("14")
                    .orElseThrow()
                    .id());
            everything = company.as(() -> company.service(StockHolds.class)
                    .available(List.of(product))
                    .get(product));
            story.run();
        }
    }

    private void heldByTheSlowAndConfirmedByTheQuick() {
        slow = draft();
        quick = draft();
        company.as(() -> {
            company.service(OrderService.class).hold(slow, -1);
            return null;
        });
        confirm(quick);
    }

    private Id draft() {
        return company.as(() -> {
            var customer = company.desks()
                    .masterData()
                    .partyByCode("ALFKI")
                    .orElseThrow()
                    .id();
            var line = new NewLine(product, everything, BigDecimal.TEN, null);
            return company.service(OrderService.class)
                    .draft(new NewOrder(customer, null, null, DAY, null, BigDecimal.ZERO, List.of(line)));
        });
    }

    private void confirm(Id order) {
        company.as(() -> company.service(OrderService.class).confirm(order, -1, DAY));
        company.settle();
    }

    private BigDecimal reserved(Id order) {
        return company.as(() -> company.services(Register.class).stream()
                .filter(register -> register.description().name().equals("warehouse.reservations"))
                .findFirst()
                .orElseThrow()
                .list(ListQuery.first(100))
                .items()
                .stream()
                .filter(row -> row.get("order").toString().equals(order.toString()))
                .map(row -> new BigDecimal(row.get("reserved").toString()))
                .findFirst()
                .orElseThrow());
    }
}
