package org.stepwise.accounting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.stepwise.accounting.internal.BooksTest.DELIVERY;
import static org.stepwise.accounting.internal.BooksTest.INVOICE;
import static org.stepwise.accounting.internal.BooksTest.MARCH;
import static org.stepwise.accounting.internal.BooksTest.balances;
import static org.stepwise.accounting.internal.BooksTest.delivered;
import static org.stepwise.accounting.internal.BooksTest.invoice;
import static org.stepwise.accounting.internal.BooksTest.ledger;
import static org.stepwise.accounting.internal.BooksTest.party;
import static org.stepwise.accounting.internal.BooksTest.refused;
import static org.stepwise.accounting.internal.BooksTest.rent;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stepwise.accounting.LedgerService;
import org.stepwise.accounting.LedgerService.NewJournal;
import org.stepwise.accounting.LedgerService.NewPayment;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.error.Refusal;
import org.stepwise.log.Log;
import org.stepwise.log.Reaction;
import org.stepwise.log.replay.Difference;
import org.stepwise.module.Replays;
import org.stepwise.module.Replays.Total;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;

/** Books kept by a version that took tax for rounding, when the next version is installed. */
class ReplayTest {
    private static final LocalDate END = LocalDate.of(2026, 3, 31);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
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
                            tuple(INVOICE, MARCH, "open item due 2026-03-02", acme),
                            tuple(INVOICE, MARCH.plusDays(3), "2200", acme),
                            tuple(INVOICE, MARCH.plusDays(3), "6900", acme));
            assertThat(report.listed())
                    .extracting(Difference::stands, Difference::computed)
                    .containsExactly(tuple("100", "119"), tuple(null, "-19"), tuple("-19", null));
            assertThat(report.totals())
                    .containsExactly(
                            new Total("2200", 1, BigDecimal.ZERO, new BigDecimal("-19")),
                            new Total("6900", 1, new BigDecimal("-19"), BigDecimal.ZERO),
                            new Total("open item due 2026-03-02", 1, new BigDecimal("100"), new BigDecimal("119")));
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
            assertThat(company.replay("accounting").differences()).isEqualTo(3);
            assertThat(other.replay("accounting").differences()).isZero();
            assertThat(balances(other)).isEqualTo(balances);
        }
    }

    @Law({8, 15, 20})
    @OnBothDatabases
    void whatDiffersIsPostedAsCorrectionsInTheFirstOpenMonth(Database.Kind kind) {
        try (var company = start(kind)) {
            var acme = trade(company);
            company.platform().clock().moveTo(APRIL.plusDays(5));
            company.as(() -> {
                ledger(company).close(END);
                return null;
            });
            company.settle();
            var report = company.as(() -> ledger(company).trialBalance(END));
            var journals = company.as(() -> ledger(company).hledger(END));
            replaced.set(true);
            assertThat(company.as(() -> ledger(company).proof()).holds()).isFalse();

            var corrected = company.correct("accounting", "tax was taken for rounding");
            assertThat(corrected.state()).as(corrected.reason()).isEqualTo(Replays.State.DONE);
            assertThat(corrected.corrected())
                    .as("journals and the open item of one invoice")
                    .isEqualTo(2);
            company.settle();

            assertThat(company.as(() -> ledger(company).trialBalance(END))).isEqualTo(report);
            assertThat(company.as(() -> ledger(company).hledger(END))).isEqualTo(journals);
            assertThat(balances(company)).containsEntry("2200", "-19.00").containsEntry("6900", "0.00");
            assertThat(company.as(() -> ledger(company).hledger(null)))
                    .contains("2026-04-01 RECALCULATED")
                    .contains("; value-date:2026-03-05")
                    .contains("tax was taken for rounding");
            assertThat(company.as(() -> ledger(company).proof()).holds()).isTrue();
            assertThat(open(company)).isEqualByComparingTo("99");
            assertThat(company.replay("accounting").differences()).isZero();

            var before = tables(company);
            assertThat(company.correct("accounting", "once more").corrected()).isZero();
            assertThat(tables(company)).isEqualTo(before);
            assertThat(figures(company)).containsKey(acme + " 2026-03-05 2200");
        }
    }

    /** A company that had the faulty version and corrections, and one that never had it. */
    @Law({5, 20})
    @OnBothDatabases
    void booksRebuiltByTheNextVersionComeToTheSameAsThoseCorrected(Database.Kind kind) {
        try (var company = start(kind)) {
            trade(company);
            replaced.set(true);
            company.correct("accounting", "tax was taken for rounding");
            company.settle();
            var figures = figures(company);
            var balances = notZero(company);

            company.disable("accounting");
            company.purge("accounting");
            company.enable("accounting");
            company.settle();
            assertThat(figures(company)).isEqualTo(figures);
            assertThat(notZero(company)).isEqualTo(balances);
            assertThat(open(company)).isEqualByComparingTo("99");
            assertThat(company.as(() -> ledger(company).hledger(null))).doesNotContain("RECALCULATED");
            assertThat(company.replay("accounting").differences()).isZero();

            // The faulty version once more: what was said stands, whoever posts it.
            replaced.set(false);
            company.disable("accounting");
            company.purge("accounting");
            company.enable("accounting");
            company.settle();
            assertThat(figures(company)).isEqualTo(figures);
            assertThat(open(company)).isEqualByComparingTo("99");
            assertThat(company.replay("accounting").differences()).isEqualTo(3);
            company.correct("accounting", "it was right before");
            company.settle();
            assertThat(balances(company)).containsEntry("2200", "0.00").containsEntry("6900", "-19.00");
            assertThat(company.replay("accounting").differences()).isZero();
        }
    }

    @Law(20)
    @OnBothDatabases
    void correctionsAreForThoseWhoMaySayWhy(Database.Kind kind) {
        try (var company = start(kind)) {
            trade(company);
            replaced.set(true);
            var replays = company.service(Replays.class);
            refused(company, "erp.replay.reason-missing", () -> {
                replays.correct(company.id(), "accounting", " ");
                return null;
            });
            refused(company, "erp.replay.reason-too-long", () -> {
                replays.correct(company.id(), "accounting", "x".repeat(501));
                return null;
            });
            var caller = new Caller(
                    new Id(2),
                    "Bea",
                    company.id(),
                    "rest",
                    ZoneOffset.UTC,
                    Locale.ENGLISH,
                    Set.of("erp.module.replay"));
            assertThatThrownBy(() -> company.service(Callers.class).as(caller, () -> {
                        replays.correct(company.id(), "accounting", "because");
                        return null;
                    }))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("erp.permission.missing"));
            assertThat(balances(company)).containsEntry("6900", "-19.00");
        }
    }

    private static BigDecimal open(TestCompany company) {
        return company.as(() -> ledger(company).openItems()).stream()
                .map(LedgerService.OpenItem::open)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Map<String, String> notZero(TestCompany company) {
        var balances = balances(company);
        balances.values().removeIf("0.00"::equals);
        return balances;
    }

    /** What each party's documents come to by value date and account, whatever journals say it. */
    private static Map<String, BigDecimal> figures(TestCompany company) {
        var figures = new TreeMap<String, BigDecimal>();
        company.service(Transactions.class).call(() -> company.service(Sql.class)
                .list(
                        row -> figures.put(
                                (row.getObject(1) == null ? "" : new Id(row.getLong(1))) + " " + row.getDate(2) + " "
                                        + row.getString(3),
                                row.getBigDecimal(4)),
                        "SELECT j.party, j.value_date, l.account, SUM(l.amount) FROM accounting.journal j"
                                + " JOIN accounting.journal_line l ON l.company = j.company AND l.journal = j.id"
                                + " WHERE j.company = ? GROUP BY j.party, j.value_date, l.account",
                        company.id()));
        figures.values().removeIf(sum -> sum.signum() == 0);
        return figures;
    }

    /** Costs after and before their invoices, a payment and a journal by hand. */
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
                        "accounting.open_item_correction",
                        "accounting.account",
                        "accounting.posting_rule",
                        "accounting.payment",
                        "accounting.held",
                        "accounting.claim",
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
