package org.stepwise.accounting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stepwise.accounting.internal.BooksTest.DELIVERY;
import static org.stepwise.accounting.internal.BooksTest.INVOICE;
import static org.stepwise.accounting.internal.BooksTest.MARCH;
import static org.stepwise.accounting.internal.BooksTest.delivered;
import static org.stepwise.accounting.internal.BooksTest.invoice;
import static org.stepwise.accounting.internal.BooksTest.journal;
import static org.stepwise.accounting.internal.BooksTest.ledger;
import static org.stepwise.accounting.internal.BooksTest.party;
import static org.stepwise.accounting.internal.BooksTest.refused;
import static org.stepwise.accounting.internal.BooksTest.rent;
import static org.stepwise.accounting.internal.BooksTest.start;
import static org.stepwise.testkit.Eventually.eventually;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.stepwise.accounting.LedgerService.By;
import org.stepwise.accounting.LedgerService.Check;
import org.stepwise.accounting.LedgerService.NewJournal;
import org.stepwise.accounting.LedgerService.NewPayment;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.log.Deliveries;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.TestCompany;

/** A company founded in March, whose auditors have read what March ended with. */
class ClosedMonthTest {
    private static final LocalDate END = LocalDate.of(2026, 3, 31);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Law(8)
    @OnBothDatabases
    void theReportOfAClosedMonthNeverChanges(Database.Kind kind) {
        try (var company = start(kind)) {
            var acme = party(company);
            BooksTest.Costs.start(company);
            company.record("crm", MARCH, invoice(INVOICE, acme, List.of(), "100", "0"));
            close(company, END);
            var balance = company.as(() -> ledger(company).trialBalance(END));
            var hledger = company.as(() -> ledger(company).hledger(END));
            assertThat(hledger).contains("2026-03-02 (2026-03-000001) INVOICE");

            delivered(company, DELIVERY, "60", MARCH.plusDays(3));
            company.settle();

            assertThat(company.as(() -> ledger(company).trialBalance(END))).isEqualTo(balance);
            assertThat(company.as(() -> ledger(company).hledger(END))).isEqualTo(hledger);
            assertThat(balance(company, "1400", END, By.VALUE_DATE)).isEqualByComparingTo("-60");
            assertThat(balance(company, "1400", MARCH, By.VALUE_DATE)).isZero();
            assertThat(balance(company, "1400", APRIL, By.VALUE_DATE)).isEqualByComparingTo("-60");
            assertThat(balance(company, "1400", APRIL, By.POSTING_DATE)).isEqualByComparingTo("-60");
            assertThat(journal(company, DELIVERY))
                    .containsEntry("valueDate", "2026-03-05")
                    .containsEntry("postingDate", "2026-04-01");
            assertThat(company.as(() -> ledger(company).hledger(null)))
                    .contains("2026-04-01 DELIVERY")
                    .contains("; value-date:2026-03-05");
            assertThat(company.as(() -> ledger(company).hledger(END, By.VALUE_DATE)))
                    .contains("2026-03-05 DELIVERY");
            assertThat(company.as(() -> ledger(company).proof()).checks())
                    .hasSize(6)
                    .allMatch(Check::holds);
        }
    }

    @Law(8)
    @OnBothDatabases
    void documentsDatedInAClosedMonthAreRefusedAtEveryDoor(Database.Kind kind) {
        try (var company = start(kind)) {
            var acme = party(company);
            company.record("crm", MARCH, invoice(INVOICE, acme, List.of(), "100", "0"));
            close(company, END);
            var closed = "accounting.period.closed";
            refused(company, closed, () -> ledger(company).enter(new NewJournal(END, "rent", rent("50"))));
            refused(company, closed, () -> ledger(company)
                    .receivePayment(new NewPayment(acme, INVOICE, new BigDecimal("100"), MARCH, null)));
            refused(company, closed, () -> {
                company.record("crm", END, invoice(new Id(103), acme, List.of(), "10", "0"));
                return null;
            });
            refused(company, closed, () -> {
                company.record("crm", MARCH, BooksTest.credit(acme));
                return null;
            });
            company.as(() -> ledger(company).enter(new NewJournal(APRIL, "rent", rent("50"))));
            company.as(() -> {
                ledger(company).reopen(END, "an invoice was forgotten");
                return null;
            });
            company.record("crm", END, invoice(new Id(104), acme, List.of(), "10", "0"));
            company.record("crm", APRIL, invoice(new Id(103), acme, List.of(), "10", "0"));
            company.settle();
            assertThat(journal(company, new Id(104))).containsEntry("postingDate", "2026-03-31");
        }
    }

    @Law({8, 5})
    @OnBothDatabases
    void whatWasRecordedWhileTheBooksWereOffComesIn(Database.Kind kind) {
        try (var company = start(kind)) {
            var acme = party(company);
            company.record("crm", MARCH, invoice(INVOICE, acme, List.of(), "100", "0"));
            close(company, END);
            company.disable("accounting");
            company.record("crm", MARCH.plusDays(1), invoice(new Id(103), acme, List.of(), "10", "0"));
            company.enable("accounting");
            company.settle();
            assertThat(journal(company, new Id(103)))
                    .containsEntry("valueDate", "2026-03-03")
                    .containsEntry("postingDate", "2026-04-01");
            assertThat(balance(company, "4000", END, By.POSTING_DATE)).isEqualByComparingTo("-100");
            assertThat(balance(company, "4000", END, By.VALUE_DATE)).isEqualByComparingTo("-110");
        }
    }

    @OnBothDatabases
    void monthsAreClosedInTheirOrderByTheirLastDayWhenTheyAreOver(Database.Kind kind) {
        try (var company = start(kind)) {
            var acme = party(company);
            company.record("crm", MARCH, invoice(INVOICE, acme, List.of(), "100", "0"));
            company.settle();
            company.platform().clock().moveTo(END);
            refused(company, "accounting.period.not-last-day", () -> closing(company, MARCH));
            refused(company, "accounting.period.not-over", () -> closing(company, END));
            company.platform().clock().moveTo(LocalDate.of(2026, 6, 15));
            refused(company, "accounting.period.earlier-open", () -> closing(company, LocalDate.of(2026, 4, 30)));
            closing(company, END);
            refused(company, "accounting.period.closed", () -> closing(company, END));
            refused(company, "accounting.period.earlier-open", () -> closing(company, LocalDate.of(2026, 5, 31)));
            closing(company, LocalDate.of(2026, 4, 30));
            refused(company, "accounting.period.not-over", () -> closing(company, LocalDate.of(2026, 6, 30)));
        }
    }

    @Law({8, 19})
    @OnBothDatabases
    void nothingIsClosedWhileSomethingIsMissingInTheBooks(Database.Kind kind) {
        try (var company = start(kind)) {
            var acme = party(company);
            company.platform().clock().moveTo(APRIL);
            company.service(Deliveries.class).stop(company.id(), "accounting");
            company.record("crm", MARCH, invoice(INVOICE, acme, List.of(), "100", "0"));
            refused(company, "accounting.period.busy", () -> closing(company, END));
            company.service(Deliveries.class).start(company.id(), "accounting");
            company.record("crm", MARCH, invoice(new Id(103), acme, List.of(), "1e30", "0"));
            var deliveries = company.service(Deliveries.class);
            eventually(() -> assertThat(deliveries.parked(company.id())).hasSize(2));
            assertThatThrownBy(() -> closing(company, END))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("accounting.period.parked"))
                    .hasMessageContaining("accounting.open-items");
            for (var parked : deliveries.parked(company.id())) {
                company.as(() -> {
                    deliveries.skip(company.id(), parked.subscription(), parked.position(), "no such sum exists");
                    return null;
                });
            }
            closing(company, END);
        }
    }

    /** The invoice has passed the guard and is not committed yet when somebody closes its month. */
    @Law(8)
    @OnBothDatabases
    void aMonthIsNotClosedUnderAnInvoiceThatIsUnderWay(Database.Kind kind) throws Exception {
        try (var company = start(kind);
                var others = new Threads()) {
            var acme = party(company);
            company.platform().clock().moveTo(APRIL);
            company.settle();
            var recorded = new CountDownLatch(1);
            var mayCommit = new CountDownLatch(1);
            var underWay = others.run(() -> company.as(() -> {
                company.platform().recordElsewhere("crm", log -> {
                    log.record("crm", MARCH, invoice(INVOICE, acme, List.of(), "100", "0"));
                    recorded.countDown();
                    others.await(mayCommit);
                });
                return null;
            }));
            recorded.await();
            var closed = others.run(() -> closing(company, END));
            eventually(() -> refused(company, "accounting.period.closing", () -> ledger(company)
                    .enter(new NewJournal(END, "rent", rent("50")))));
            assertThat(closed).isNotDone();
            company.as(() -> ledger(company).enter(new NewJournal(APRIL, "rent", rent("50"))));
            mayCommit.countDown();
            underWay.get();
            closed.get();
            assertThat(journal(company, INVOICE))
                    .containsEntry("postingDate", "2026-03-02")
                    .containsEntry("number", "2026-03-000001");
            refused(company, "accounting.period.closed", () -> ledger(company)
                    .enter(new NewJournal(END, "rent", rent("50"))));
        }
    }

    /** Threads that end with the test. */
    private static final class Threads implements AutoCloseable {
        private final java.util.concurrent.ExecutorService threads = Executors.newCachedThreadPool();

        java.util.concurrent.Future<?> run(Runnable work) {
            return threads.submit(work);
        }

        void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }

    private static void close(TestCompany company, LocalDate last) {
        company.platform().clock().moveTo(last.plusDays(1));
        closing(company, last);
    }

    private static Void closing(TestCompany company, LocalDate last) {
        return company.as(() -> {
            ledger(company).close(last);
            return null;
        });
    }

    private static BigDecimal balance(TestCompany company, String account, LocalDate upTo, By by) {
        return company.as(() -> ledger(company).trialBalance(upTo, by)).stream()
                .filter(line -> line.account().equals(account))
                .map(line -> line.balance())
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
