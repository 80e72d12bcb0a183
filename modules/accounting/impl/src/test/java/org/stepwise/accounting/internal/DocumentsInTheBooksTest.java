package org.stepwise.accounting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwise.accounting.internal.BooksTest.ledger;
import static org.stepwise.accounting.internal.BooksTest.party;
import static org.stepwise.accounting.internal.BooksTest.refused;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stepwise.accounting.LedgerService;
import org.stepwise.accounting.LedgerService.NewJournal;
import org.stepwise.accounting.LedgerService.NewJournalLine;
import org.stepwise.accounting.LedgerService.NewPayment;
import org.stepwise.crm.event.CreditNoteIssued;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.crm.event.InvoiceLine;
import org.stepwise.data.Amounts;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReturned;
import org.stepwise.warehouse.event.MovementLine;

/** The books post what documents show, settle what they name, and speak the company's currency. */
class DocumentsInTheBooksTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);
    private static final Id OLDER = new Id(101);
    private static final Id NEWER = new Id(102);
    private static final Id DELIVERY = new Id(201);
    private static final Id RETURN = new Id(202);

    @OnBothDatabases
    void whatADocumentShowsIsPostedAndNothingIsRounded(Database.Kind kind) {
        try (var company = BooksTest.start(kind)) {
            var lines = List.of(line(1, "36.86", "3.13"), line(2, "9.21", "0.78"));
            company.record("crm", MARCH, invoice(OLDER, party(company), lines, List.of(), null));
            company.settle();
            assertThat(balances(company))
                    .containsEntry("1200", "49.98")
                    .containsEntry("4000", "-46.07")
                    .containsEntry("2200", "-3.91")
                    .hasSize(3);
        }
    }

    @OnBothDatabases
    void whatCameBackBeforeItWasInvoicedCostsNothing(Database.Kind kind) {
        for (boolean costsFirst : new boolean[] {true, false}) {
            try (var company = BooksTest.start(kind)) {
                var acme = party(company);
                if (costsFirst) {
                    BooksTest.Costs.start(company);
                }
                company.record("warehouse", MARCH, new DeliveryPosted(DELIVERY, new Id(1), acme, moved("10")));
                company.record(
                        "warehouse", MARCH, new GoodsReturned(RETURN, DELIVERY, new Id(1), acme, "no", moved("4")));
                var six = List.of(line(1, "60.00", "0.00"));
                company.record("crm", MARCH, invoice(OLDER, acme, six, List.of(DELIVERY), List.of(RETURN)));
                if (!costsFirst) {
                    BooksTest.Costs.start(company);
                }
                company.settle();
                assertThat(balances(company))
                        .containsEntry("1450", "0")
                        .containsEntry("5000", "6")
                        .containsEntry("1400", "-6")
                        .containsEntry("1200", "60");
            }
        }
    }

    @Law(15)
    @OnBothDatabases
    void aCreditNoteSettlesTheInvoiceThatItNames(Database.Kind kind) {
        try (var company = BooksTest.start(kind)) {
            var acme = party(company);
            twoInvoices(company, acme);
            company.record("crm", MARCH, credit(acme, NEWER, "40.00"));
            company.settle();
            assertThat(open(company)).containsExactlyInAnyOrderEntriesOf(Map.of(OLDER, "100", NEWER, "60"));
        }
    }

    @OnBothDatabases
    void aPaymentSettlesTheInvoiceThatItNames(Database.Kind kind) {
        try (var company = BooksTest.start(kind)) {
            var acme = party(company);
            twoInvoices(company, acme);
            company.as(() ->
                    ledger(company).receivePayment(new NewPayment(acme, NEWER, new BigDecimal("40"), MARCH, null)));
            company.settle();
            assertThat(open(company)).containsExactlyInAnyOrderEntriesOf(Map.of(OLDER, "100", NEWER, "60"));
        }
    }

    @OnBothDatabases
    void journalsAndTheExportHaveTheDigitsOfTheCurrency(Database.Kind kind) {
        try (var company = start("KWD", kind)) {
            company.as(() -> ledger(company).enter(new NewJournal(MARCH, "rent", rent("3.898"))));
            refused(company, "accounting.input.invalid", () -> ledger(company)
                    .enter(new NewJournal(MARCH, "rent", rent("3.8985"))));
            company.settle();
            assertThat(company.as(() -> ledger(company).hledger(null)))
                    .contains("commodity 1000.000 KWD")
                    .contains("3.898 KWD");
        }
        try (var company = start("JPY", kind)) {
            company.as(() -> ledger(company).enter(new NewJournal(MARCH, "rent", rent("4"))));
            refused(company, "accounting.input.invalid", () -> ledger(company)
                    .enter(new NewJournal(MARCH, "rent", rent("3.9"))));
            refused(company, "accounting.payment.too-precise", () -> ledger(company)
                    .receivePayment(new NewPayment(party(company), null, new BigDecimal("0.5"), MARCH, null)));
            company.settle();
            assertThat(company.as(() -> ledger(company).hledger(null)))
                    .contains("commodity 1000. JPY")
                    .contains("  4 JPY");
        }
    }

    private static TestCompany start(String currency, Database.Kind kind) {
        System.setProperty("stepwise.company.currency", currency);
        try {
            var company = new TestCompany(Platform.on(kind).start(), "rest");
            company.enable("accounting");
            return company;
        } finally {
            System.clearProperty("stepwise.company.currency");
        }
    }

    private static void twoInvoices(TestCompany company, Id acme) {
        var hundred = List.of(line(1, "100.00", "0.00"));
        company.record("crm", MARCH, invoice(OLDER, acme, hundred, List.of(), null));
        company.record("crm", MARCH, invoice(NEWER, acme, hundred, List.of(), null));
        company.settle();
    }

    private static Map<Id, String> open(TestCompany company) {
        var open = new TreeMap<Id, String>();
        company.as(() -> ledger(company).openItems()).forEach(item -> open.put(item.invoice(), plain(item.open())));
        return open;
    }

    private static Map<String, String> balances(TestCompany company) {
        var balances = new TreeMap<String, String>();
        for (LedgerService.Balance line : company.as(() -> ledger(company).trialBalance(null))) {
            balances.put(line.account(), plain(line.balance()));
        }
        return balances;
    }

    private static String plain(BigDecimal amount) {
        return Amounts.plain(amount);
    }

    private static List<MovementLine> moved(String quantity) {
        return List.of(new MovementLine(1, 1, new Id(9), new BigDecimal(quantity)));
    }

    private static InvoiceIssued invoice(
            Id id, Id party, List<InvoiceLine> lines, List<Id> deliveries, List<Id> returns) {
        var net = lines.stream().map(InvoiceLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        var tax = lines.stream().map(InvoiceLine::tax).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new InvoiceIssued(
                id, new Id(1), party, deliveries, MARCH, MARCH, "EUR", lines, net, tax, net.add(tax), returns, "LINE");
    }

    private static CreditNoteIssued credit(Id party, Id invoice, String amount) {
        var total = new BigDecimal(amount);
        return new CreditNoteIssued(
                new Id(301),
                invoice,
                new Id(1),
                party,
                null,
                MARCH,
                "EUR",
                List.of(line(1, amount, "0.00")),
                total,
                BigDecimal.ZERO,
                total,
                "goodwill",
                "LINE");
    }

    private static InvoiceLine line(int number, String net, String tax) {
        var amount = new BigDecimal(net);
        return new InvoiceLine(
                number,
                "GOODS",
                new Id(9),
                number,
                BigDecimal.ONE,
                amount,
                BigDecimal.ZERO,
                amount,
                null,
                null,
                new BigDecimal(tax));
    }

    private static List<NewJournalLine> rent(String amount) {
        return List.of(
                NewJournalLine.of("6000", new BigDecimal(amount), null),
                NewJournalLine.of("1000", new BigDecimal(amount).negate(), null));
    }
}
