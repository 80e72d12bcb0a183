package org.stepwise.accounting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.accounting.internal.BooksTest.INVOICE;
import static org.stepwise.accounting.internal.BooksTest.MARCH;
import static org.stepwise.accounting.internal.BooksTest.balances;
import static org.stepwise.accounting.internal.BooksTest.invoice;
import static org.stepwise.accounting.internal.BooksTest.ledger;
import static org.stepwise.accounting.internal.BooksTest.party;
import static org.stepwise.accounting.internal.BooksTest.refused;
import static org.stepwise.accounting.internal.BooksTest.rent;
import static org.stepwise.accounting.internal.BooksTest.start;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.stepwise.accounting.ChartService;
import org.stepwise.accounting.ChartService.AccountType;
import org.stepwise.accounting.ChartService.NewAccount;
import org.stepwise.accounting.ChartService.NewPostingRule;
import org.stepwise.accounting.LedgerService.NewJournal;
import org.stepwise.accounting.LedgerService.NewPayment;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.log.Days;
import org.stepwise.log.Deliveries;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.TestCompany;
import org.stepwise.web.Form;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Register;

/** What will be posted where is open until something could have used it: of this purpose, not of any. */
class PostingRuleTest {
    private static final String BEHIND = "accounting.posting-rule.behind";
    private static final LocalDate NEVER = LocalDate.of(2206, 12, 1);

    @Law({7, 15})
    @OnBothDatabases
    void aRuleBeginsAfterTheNewestFactThatItsPurposeIsPostedFor(Database.Kind kind) {
        try (var company = started(kind)) {
            var acme = party(company);
            company.record("crm", MARCH.plusDays(3), invoice(INVOICE, acme, List.of(), "100", "0"));
            company.as(() -> ledger(company).enter(new NewJournal(MARCH.plusDays(20), "rent", rent("5"))));
            company.service(Deliveries.class).stop(company.id(), "accounting");
            refused(company, BEHIND, () -> post(company, "REVENUE", MARCH));
            refused(company, BEHIND, () -> post(company, "REVENUE", MARCH.plusDays(3)));
            post(company, "BANK", MARCH.plusDays(1));
            post(company, "REVENUE", MARCH.plusDays(4));
            company.service(Deliveries.class).start(company.id(), "accounting");
            company.record("crm", MARCH.plusDays(4), invoice(new Id(103), acme, List.of(), "10", "0"));
            company.settle();
            assertThat(balances(company)).containsEntry("4000", "-100.00").containsEntry("4010", "-10.00");
            refused(company, BEHIND, () -> post(company, "REVENUE", MARCH.plusDays(4)));
            refused(company, BEHIND, () -> withdraw(company, "REVENUE", MARCH.plusDays(4)));
        }
    }

    @Law(7)
    @OnBothDatabases
    void aDayThatIsOverMayHaveUsedAnyRule(Database.Kind kind) {
        try (var company = started(kind)) {
            post(company, "BANK", MARCH.plusDays(1));
            company.as(() -> {
                company.service(Days.class).endBefore(MARCH.plusDays(2));
                return null;
            });
            refused(company, BEHIND, () -> withdraw(company, "BANK", MARCH.plusDays(1)));
            refused(company, BEHIND, () -> post(company, "TAX", MARCH.plusDays(1)));
            post(company, "TAX", MARCH.plusDays(2));
        }
    }

    @Law({5, 7})
    @OnBothDatabases
    void aRuleWithdrawnIsWithdrawnLateToo(Database.Kind kind) {
        try (var company = started(kind)) {
            var acme = party(company);
            post(company, "REVENUE", NEVER);
            post(company, "REVENUE", MARCH.plusDays(10));
            post(company, "FREIGHT", MARCH.plusDays(10));
            withdraw(company, "REVENUE", NEVER);
            withdraw(company, "REVENUE", MARCH.plusDays(10));
            refused(company, "accounting.posting-rule.unknown", () -> withdraw(company, "REVENUE", NEVER));
            company.record("crm", MARCH.plusDays(12), invoice(INVOICE, acme, List.of(), "100", "0"));
            company.as(() ->
                    ledger(company).receivePayment(new NewPayment(acme, null, new BigDecimal("40"), MARCH, null)));
            company.settle();
            var live = balances(company);
            assertThat(live).containsEntry("4000", "-100.00").doesNotContainKey("4010");
            assertThat(rules(company)).hasSize(12);
            company.disable("accounting");
            company.purge("accounting");
            company.enable("accounting");
            company.settle();
            assertThat(balances(company)).isEqualTo(live);
            assertThat(rules(company)).hasSize(12);
        }
    }

    private static TestCompany started(Database.Kind kind) {
        var company = start(kind);
        company.as(() ->
                company.service(ChartService.class).open(new NewAccount("4010", "Sales abroad", AccountType.INCOME)));
        return company;
    }

    private static Id post(TestCompany company, String purpose, LocalDate from) {
        return company.as(() -> company.service(ChartService.class).post(new NewPostingRule(purpose, "4010", from)));
    }

    /** As a browser does it: by the row of the list. */
    private static Void withdraw(TestCompany company, String purpose, LocalDate from) {
        return company.as(() -> {
            register(company).act(Id.named(purpose, from), "withdraw", -1, (Form) null);
            return null;
        });
    }

    private static List<?> rules(TestCompany company) {
        return company.as(() -> register(company).list(ListQuery.first(100)).items());
    }

    private static Register register(TestCompany company) {
        return company.services(Register.class).stream()
                .filter(one -> one.description().name().equals("accounting.posting-rules"))
                .findFirst()
                .orElseThrow();
    }
}
