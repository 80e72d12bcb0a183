package org.stepwise.accounting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwise.accounting.internal.BooksTest.DELIVERY;
import static org.stepwise.accounting.internal.BooksTest.INVOICE;
import static org.stepwise.accounting.internal.BooksTest.MARCH;
import static org.stepwise.accounting.internal.BooksTest.invoice;
import static org.stepwise.accounting.internal.BooksTest.ledger;
import static org.stepwise.accounting.internal.BooksTest.party;
import static org.stepwise.accounting.internal.BooksTest.refused;
import static org.stepwise.accounting.internal.BooksTest.start;
import static org.stepwise.testkit.Eventually.eventually;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.stepwise.accounting.LedgerService;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.TestCompany;
import org.stepwise.warehouse.StockValues;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.MovementLine;

/** What a proof says is true of everything recorded, or it says what it is not true of. */
class ProofTest {
    @Law(19)
    @OnBothDatabases
    void nothingIsProvenAcrossTwoPositions(Database.Kind kind) {
        try (var company = start(kind)) {
            var acme = party(company);
            company.settle();
            company.service(Deliveries.class).stop(company.id(), "accounting");
            company.record("crm", MARCH, invoice(INVOICE, acme, List.of(), "100", "0"));
            refused(company, "accounting.proof.busy", () -> ledger(company).proof());
            assertThatThrownBy(() -> company.as(() -> ledger(company).proof()))
                    .hasMessageContaining("accounting.open-items, accounting.posting");
            company.service(Deliveries.class).start(company.id(), "accounting");
            company.settle();
            assertThat(company.as(() -> ledger(company).proof()).position())
                    .isEqualTo(company.service(Log.class).last());
        }
    }

    /** The invoice is worth more than a column holds: neither side of any check has it, so all checks agree. */
    @Law(19)
    @OnBothDatabases
    void nothingIsProvenWithoutWhatIsParked(Database.Kind kind) {
        try (var company = start(kind)) {
            var acme = party(company);
            company.settle();
            assertThat(company.as(() -> ledger(company).proof()).holds()).isTrue();
            company.record("crm", MARCH, invoice(INVOICE, acme, List.of(), "1e30", "0"));
            eventually(() -> assertThat(parked(company)).hasSize(2));
            var position = parked(company).get(0).position();

            var proof = company.as(() -> ledger(company).proof());

            assertThat(proof.checks()).allMatch(LedgerService.Check::holds);
            assertThat(proof.holds()).isFalse();
            assertThat(proof.parked()).contains(new LedgerService.Parked("accounting.posting", 1, position));
            for (var parked : proof.parked()) {
                company.as(() -> {
                    company.service(Deliveries.class)
                            .skip(company.id(), parked.subscription(), parked.first(), "no such sum exists");
                    return null;
                });
            }
            company.settle();
            assertThat(company.as(() -> ledger(company).proof()).holds()).isTrue();
        }
    }

    /** Around midnight one is still dated yesterday while the other is of today: no figure is wrong for it. */
    @Law(16)
    @OnBothDatabases
    void invoicesWhoseDaysGoBackAsTheirNumbersRiseAreListed(Database.Kind kind) {
        try (var company = start(kind)) {
            var acme = party(company);
            company.as(() -> {
                company.platform().recordElsewhere("crm", log -> {
                    log.record("crm", MARCH, invoice(INVOICE, acme, List.of(), "100", "0"));
                    CompletableFuture.runAsync(() -> company.record(
                                    "crm", MARCH.plusDays(1), invoice(new Id(7002), acme, List.of(), "50", "0")))
                            .join();
                });
                return null;
            });
            company.settle();

            var proof = company.as(() -> ledger(company).proof());

            assertThat(proof.holds()).isTrue();
            assertThat(proof.outOfOrder())
                    .containsExactly(new LedgerService.OutOfOrder(INVOICE, "INV-000002", MARCH, MARCH.plusDays(1)));
        }
    }

    @Law(19)
    @OnBothDatabases
    void whatTheWorthOfStockIsWithoutIsMissingInTheBooksToo(Database.Kind kind) {
        try (var company = start(kind)) {
            company.platform().add(StockValues.class, new BooksTest.Costs());
            BooksTest.Costs.start(company);
            var line = new MovementLine(1, 1, new Id(9), null);
            company.record("warehouse", MARCH, new DeliveryPosted(DELIVERY, new Id(1), new Id(2), List.of(line)));
            eventually(() -> assertThat(parked(company)).hasSize(1));

            var proof = company.as(() -> ledger(company).proof());

            assertThat(proof.holds()).isFalse();
            assertThat(proof.parked()).singleElement().satisfies(parked -> assertThat(parked.subscription())
                    .isEqualTo("warehouse.costs"));
            company.service(Deliveries.class).stop(company.id(), "warehouse");
            assertThat(company.as(() -> ledger(company).proof()).holds()).isTrue();
        }
    }

    private static List<Deliveries.Parked> parked(TestCompany company) {
        return company.service(Deliveries.class).parked(company.id());
    }
}
