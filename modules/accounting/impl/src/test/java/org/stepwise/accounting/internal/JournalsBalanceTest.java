package org.stepwise.accounting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.stepwise.accounting.event.JournalEntered;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;

/** A journal that the ledger would not enter does not get into the log by any other way either. */
class JournalsBalanceTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);

    @Law({8, 10})
    @OnBothDatabases
    void theLogTakesNoJournalThatTheLedgerWouldRefuse(Database.Kind kind) {
        try (var company = new TestCompany(Platform.on(kind).start(), "rest")) {
            company.enable("accounting");
            refused(company, "accounting.journal.unbalanced", line("6000", "10.00"), line("1000", "-9.00"));
            refused(company, "accounting.journal.line", line("1200", "10.00"), line("4000", "-10.00"));
            refused(company, "accounting.journal.line", line("6000", "10.00"), line("9999", "-10.00"));
            refused(company, "accounting.journal.too-few-lines", line("6000", "0"));
            assertThat(entered(company)).isEmpty();
            record(company, line("6000", "10.00"), line("1000", "-10.00"));
            assertThat(entered(company)).hasSize(1);
        }
    }

    @Law(10)
    @OnBothDatabases
    void onlyAccountingRecordsItsFacts(Database.Kind kind) {
        try (var company = new TestCompany(Platform.on(kind).start(), "rest")) {
            company.enable("accounting");
            var journal = new JournalEntered(new Id(7), "Rent", null, List.of(line("6000", "10"), line("1000", "-10")));
            assertCode("erp.log.no-door", () -> company.record("crm", MARCH, journal));
            assertCode(
                    "erp.log.no-verb",
                    () -> company.as(() -> {
                        company.service(Log.class).record("accounting", MARCH, journal);
                        return null;
                    }));
            assertThat(entered(company)).isEmpty();
        }
    }

    private static List<Deliveries.Line> entered(TestCompany company) {
        return company.service(Deliveries.class)
                .tail(company.id(), 10, line -> line.type().equals("accounting.journal-entered"));
    }

    private static void refused(TestCompany company, String code, JournalEntered.Line... lines) {
        assertCode(code, () -> record(company, lines));
    }

    private static void assertCode(String code, Runnable recording) {
        assertThatThrownBy(recording::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private static void record(TestCompany company, JournalEntered.Line... lines) {
        company.record("accounting", MARCH, new JournalEntered(new Id(7), "Rent", null, List.of(lines)));
    }

    private static JournalEntered.Line line(String account, String amount) {
        return new JournalEntered.Line(account, new BigDecimal(amount), null);
    }
}
