package org.stepwise.accounting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.accounting.internal.BooksTest.MARCH;
import static org.stepwise.accounting.internal.BooksTest.ledger;
import static org.stepwise.accounting.internal.BooksTest.party;
import static org.stepwise.accounting.internal.BooksTest.refused;
import static org.stepwise.accounting.internal.BooksTest.start;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.stepwise.accounting.ChartService;
import org.stepwise.accounting.ChartService.AccountType;
import org.stepwise.accounting.ChartService.NewAccount;
import org.stepwise.accounting.LedgerService.NewJournal;
import org.stepwise.accounting.LedgerService.NewJournalLine;
import org.stepwise.accounting.LedgerService.NewPayment;
import org.stepwise.accounting.event.JournalEntered;
import org.stepwise.accounting.event.PaymentReceived;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.log.event.Fact;
import org.stepwise.log.internal.FactLog;
import org.stepwise.testkit.Columns;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.TestCompany;

/** Whatever is typed at a door of the books, they go on: it is refused there, or all that follows from it has room. */
class BoundsTest {
    private static final String INVALID = "accounting.input.invalid";
    private static final String MOST = "999999999999.99";

    @Law(10)
    @OnBothDatabases
    void whatNoBookCouldHoldIsRefusedAtTheDoor(Database.Kind kind) {
        try (var company = start(kind)) {
            var acme = party(company);
            beyond(company, acme).forEach((field, verb) -> refused(company, INVALID, verb));
            var neither = new NewJournalLine("1000", null, null, "");
            refused(company, "accounting.journal.side", () -> ledger(company)
                    .enter(new NewJournal(MARCH, "text", List.of(neither, neither))));
            company.settle();
            company.as(() ->
                    ledger(company).receivePayment(new NewPayment(acme, null, new BigDecimal("50"), MARCH, null)));
            company.settle();
            assertThat(company.as(() -> ledger(company).openItems()))
                    .singleElement()
                    .satisfies(item -> assertThat(item.open()).isEqualByComparingTo("-50"));
        }
    }

    private static Map<String, Supplier<?>> beyond(TestCompany company, Id acme) {
        return Map.ofEntries(
                Map.entry("amount of a payment", () -> pay(company, acme, "999999999999999", null)),
                Map.entry("the first amount too big", () -> pay(company, acme, "1000000000000", null)),
                Map.entry("an amount that fills the memory", () -> pay(company, acme, "1e999999999", null)),
                Map.entry("reference of a payment", () -> pay(company, acme, "1", "x".repeat(201))),
                Map.entry("control character", () -> pay(company, acme, "1", "a\u0000b")),
                Map.entry("amount of a journal", () -> enter(company, "text", "1000000000000", "text", 1)),
                Map.entry("decimals of a journal", () -> enter(company, "text", "1.001", "text", 1)),
                Map.entry("journal as a whole", () -> enter(company, "text", MOST, "text", 2)),
                Map.entry("text of a journal", () -> enter(company, "x".repeat(201), "1", "text", 1)),
                Map.entry("text of a line", () -> enter(company, "text", "1", "x".repeat(201), 1)),
                Map.entry("more lines than a document has", () -> enter(company, "text", "1", "text", 2_501)),
                Map.entry("name of an account", () -> company.service(ChartService.class)
                        .open(new NewAccount("1999", "x".repeat(201), AccountType.ASSET))),
                Map.entry("account without a name", () -> company.service(ChartService.class)
                        .open(new NewAccount("1999", null, AccountType.ASSET))));
    }

    @OnBothDatabases
    void manyPaymentsAndJournalsAtTheBoundParkNothing(Database.Kind kind) {
        try (var company = start(kind)) {
            var acme = party(company);
            for (int i = 0; i < 3; i++) {
                company.as(() -> pay(company, acme, MOST, "x".repeat(200)));
                company.as(() -> enter(company, "x".repeat(200), MOST, "x".repeat(200), 1));
            }
            company.settle();
            assertThat(company.as(() -> ledger(company).proof()).holds()).isTrue();
        }
    }

    /** A log from before there were bounds: two such payments parked the ledger, and all that came after them. */
    @Law(8)
    @OnBothDatabases
    void whatWasRecordedBeforeThereWereBoundsIsTakenIn(Database.Kind kind) {
        try (var company = start(kind)) {
            var acme = party(company);
            for (int i = 1; i <= 12; i++) {
                var amount = new BigDecimal("999999999999999");
                once(company, new PaymentReceived(new Id(900 + i), acme, null, amount, "EUR", null));
                var lines = List.of(line("5000", "999999999999999", null), line("3000", "-999999999999999", null));
                once(company, new JournalEntered(new Id(950 + i), "old", null, lines));
            }
            company.settle();
            assertThat(company.as(() -> ledger(company).trialBalance(null)))
                    .anySatisfy(balance -> assertThat(balance.debit()).isEqualByComparingTo("11999999999999988"));
            assertThat(company.as(() -> ledger(company).proof()).holds()).isTrue();
        }
    }

    /** As it was recorded when no guard asked for bounds. */
    private static void once(TestCompany company, Fact fact) {
        company.as(() -> company.service(Transactions.class).call(() -> {
            company.service(FactLog.class).append("accounting", MARCH, fact);
            return null;
        }));
    }

    /** Who adds a column that adds up gives it 31 digits; who adds one for what is entered names it here. */
    @OnBothDatabases
    void columnsThatAddUpAreWiderThanWhatTheyAddUp(Database.Kind kind) {
        try (var company = start(kind)) {
            assertThat(Columns.tooNarrowForSums(company.platform(), "accounting"))
                    .containsExactlyInAnyOrder("open_item.total", "open_item.open_amount", "payment.amount");
        }
    }

    private static Id pay(TestCompany company, Id party, String amount, String reference) {
        return ledger(company).receivePayment(new NewPayment(party, null, new BigDecimal(amount), MARCH, reference));
    }

    /** As many debits as credits of the amount. */
    private static Id enter(TestCompany company, String text, String amount, String ofLine, int times) {
        var lines = new ArrayList<NewJournalLine>();
        for (int i = 0; i < times; i++) {
            lines.add(NewJournalLine.of("5000", new BigDecimal(amount), ofLine));
            lines.add(NewJournalLine.of("3000", new BigDecimal("-" + amount), ofLine));
        }
        return ledger(company).enter(new NewJournal(MARCH, text, lines));
    }

    private static JournalEntered.Line line(String account, String amount, String text) {
        return new JournalEntered.Line(account, new BigDecimal(amount), text);
    }
}
