package org.stepwise.accounting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.stepwise.accounting.internal.BooksTest.DELIVERY;
import static org.stepwise.accounting.internal.BooksTest.INVOICE;
import static org.stepwise.accounting.internal.BooksTest.MARCH;
import static org.stepwise.accounting.internal.BooksTest.balances;
import static org.stepwise.accounting.internal.BooksTest.delivered;
import static org.stepwise.accounting.internal.BooksTest.invoice;
import static org.stepwise.accounting.internal.BooksTest.ledger;
import static org.stepwise.accounting.internal.BooksTest.party;
import static org.stepwise.accounting.internal.BooksTest.rent;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stepwise.accounting.LedgerService.NewJournal;
import org.stepwise.accounting.LedgerService.NewPayment;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.log.Log;
import org.stepwise.log.Reaction;
import org.stepwise.log.replay.Difference;
import org.stepwise.module.Replays;
import org.stepwise.module.Replays.Total;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;

/** Books kept by a version that took tax for rounding, when the next version is installed. */
class ReplayTest {
    private static final Id UNTAXED = new Id(103);
    private static final Id LATER = new Id(104);

    private final AtomicBoolean replaced = new AtomicBoolean();

    @Law(20)
    @OnBothDatabases
    void whatTheNextVersionPostsOtherwiseIsListedByDocumentAndAccount(Database.Kind kind) {
        try (var company = start(kind)) {
            var acme = trade(company);
            var before = tables(company);
            assertThat(company.replay("accounting").differences()).isZero();

            replaced.set(true);
            company.record("crm", MARCH.plusDays(9), invoice(LATER, acme, List.of(), "50", "9.5"));
            company.settle();
            var after = tables(company);
            var last = company.service(Log.class).last();
            var report = company.replay("accounting");
            assertThat(report.state()).isEqualTo(Replays.State.DONE);
            assertThat(report.listed())
                    .extracting(Difference::document, Difference::on, Difference::of, Difference::party)
                    .containsExactly(
                            tuple(INVOICE, MARCH.plusDays(3), "2200", acme),
                            tuple(INVOICE, MARCH.plusDays(3), "6900", acme));
            assertThat(report.listed())
                    .extracting(Difference::stands, Difference::computed)
                    .containsExactly(tuple(null, "-19"), tuple("-19", null));
            assertThat(report.totals())
                    .containsExactly(
                            new Total("2200", 1, BigDecimal.ZERO, new BigDecimal("-19")),
                            new Total("6900", 1, new BigDecimal("-19"), BigDecimal.ZERO));
            assertThat(company.service(Log.class).last()).isEqualTo(last);
            assertThat(tables(company)).isEqualTo(after).isNotEqualTo(before);
        }
    }

    @Law({1, 20})
    @OnBothDatabases
    void anotherCompanyIsNotTouchedAndHasNoDifferencesOfItsOwn(Database.Kind kind) {
        try (var company = start(kind)) {
            trade(company);
            replaced.set(true);
            var other = TestCompany.founded(company.platform(), "Southwind", "rest");
            other.enable("accounting");
            var party = party(other);
            other.record("crm", MARCH, invoice(INVOICE, party, List.of(), "70", "7"));
            other.settle();
            var balances = balances(other);
            assertThat(company.replay("accounting").differences()).isEqualTo(2);
            assertThat(other.replay("accounting").differences()).isZero();
            assertThat(balances(other)).isEqualTo(balances);
        }
    }

    /** A month closed, costs after and before their invoices, a payment and a journal by hand. */
    private static Id trade(TestCompany company) {
        var acme = party(company);
        BooksTest.Costs.start(company);
        delivered(company, DELIVERY, "60", MARCH);
        company.record("crm", MARCH.plusDays(3), invoice(INVOICE, acme, List.of(DELIVERY), "100", "19.00"));
        company.record("crm", MARCH.plusDays(4), invoice(UNTAXED, acme, List.of(), "10", "0"));
        company.as(() -> ledger(company).enter(new NewJournal(null, "rent", rent("50"))));
        company.settle();
        company.as(() -> ledger(company)
                .receivePayment(new NewPayment(acme, INVOICE, new BigDecimal("30"), MARCH.plusDays(5), null)));
        company.settle();
        return acme;
    }

    private TestCompany start(Database.Kind kind) {
        System.setProperty("stepwise.company.currency", "EUR");
        var platform = Platform.on(kind)
                .around(Reaction.class, reaction -> OlderPosting.around(reaction, replaced))
                .start();
        var company = new TestCompany(platform, "rest");
        company.enable("accounting");
        return company;
    }

    /** All rows of all tables that a replay may have written. */
    private static List<Long> tables(TestCompany company) {
        return company.service(Transactions.class).call(() -> List.of(
                        "accounting.journal",
                        "accounting.journal_line",
                        "accounting.balance",
                        "accounting.balance_of_day",
                        "accounting.open_item",
                        "accounting.account",
                        "accounting.posting_rule",
                        "accounting.payment",
                        "accounting.cost_of_movement",
                        "accounting.charge_of_movement",
                        "accounting.document_number",
                        "platform.shadow",
                        "platform.company",
                        "eventlog.event",
                        "eventlog.conflict",
                        "eventlog.subscription")
                .stream()
                .map(table -> company.service(Sql.class)
                        .first(row -> row.getLong(1), "SELECT COUNT(*) FROM " + table)
                        .orElseThrow())
                .toList());
    }
}
