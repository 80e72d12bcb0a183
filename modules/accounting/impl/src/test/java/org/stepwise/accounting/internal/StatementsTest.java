package org.stepwise.accounting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.stepwise.accounting.LedgerService;
import org.stepwise.accounting.LedgerService.NewPayment;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.crm.event.InvoiceLine;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.log.Deliveries;
import org.stepwise.masterdata.Parties;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Register;

/** How many statements the books cost: as many a batch, whatever is in it. */
class StatementsTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);

    /**
     * Posting: what is closed, costs of what is charged, charges, journals, lines, balances of days and of months (two
     * more the first time). Open items: credits of the party, the item. Documents: the number.
     */
    private static final int AN_INVOICE = 10;

    private final AtomicInteger statements = new AtomicInteger();
    private final AtomicInteger rowsRead = new AtomicInteger();
    private long next = 1000;

    @OnBothDatabases
    void aLongInvoiceTakesNoMoreStatementsThanAShortOne(Database.Kind kind) {
        try (var company = start(kind)) {
            var acme = party(company, "ACME");
            posted(company, List.of(invoice(acme, 1, 1)));
            assertThat(posted(company, List.of(invoice(acme, 1, 1)))).isEqualTo(AN_INVOICE);
            assertThat(posted(company, List.of(invoice(acme, 20, 20)))).isEqualTo(AN_INVOICE);
        }
    }

    @OnBothDatabases
    void manyInvoicesTakeNoMoreStatementsThanOne(Database.Kind kind) {
        try (var company = start(kind)) {
            var parties = IntStream.range(0, 20)
                    .mapToObj(i -> party(company, "C" + i))
                    .toList();
            posted(company, List.of(invoice(parties.get(0), 1, 1)));
            var invoices = new ArrayList<InvoiceIssued>();
            parties.forEach(party -> invoices.add(invoice(party, 5, 1)));
            assertThat(posted(company, invoices)).isEqualTo(AN_INVOICE);
        }
    }

    @OnBothDatabases
    void aPartyThatOwesMuchTakesNoMoreThanAnother(Database.Kind kind) {
        try (var company = start(kind)) {
            var acme = party(company, "ACME");
            var invoices =
                    IntStream.range(0, 50).mapToObj(i -> invoice(acme, 1, 0)).toList();
            posted(company, invoices);
            rowsRead.set(0);
            posted(company, List.of(invoice(acme, 1, 0)));
            assertThat(rowsRead).as("rows read").hasValue(0);
        }
    }

    @OnBothDatabases
    void aPaymentReadsWhatItSettlesAndNoMore(Database.Kind kind) {
        try (var company = start(kind)) {
            var acme = party(company, "ACME");
            var invoices =
                    IntStream.range(0, 150).mapToObj(i -> invoice(acme, 1, 0)).toList();
            posted(company, invoices);
            var ledger = company.service(LedgerService.class);
            company.as(() -> ledger.receivePayment(new NewPayment(acme, null, new BigDecimal("1295"), MARCH, null)));
            company.settle();
            assertThat(company.as(ledger::openItems))
                    .hasSize(21)
                    .extracting(LedgerService.OpenItem::open)
                    .satisfies(open -> assertThat(open.get(0)).isEqualByComparingTo("5"))
                    .satisfies(open -> assertThat(open.get(1)).isEqualByComparingTo("10"));
        }
    }

    @OnBothDatabases
    void aListTakesAsManyStatementsForAPageAsForARow(Database.Kind kind) {
        try (var company = start(kind)) {
            var acme = party(company, "ACME");
            posted(
                    company,
                    IntStream.range(0, 30).mapToObj(i -> invoice(acme, 1, 0)).toList());
            for (var name : List.of("accounting.journals", "accounting.open-items")) {
                var register = register(company, name);
                var ofOne = counted(() -> company.as(() -> register.list(ListQuery.first(1))));
                var ofMany = counted(() -> company.as(() -> register.list(ListQuery.first(30))));
                assertThat(ofMany).as(name).isEqualTo(ofOne);
            }
        }
    }

    private TestCompany start(Database.Kind kind) {
        System.setProperty("stepwise.company.currency", "EUR");
        var platform = Platform.on(kind)
                .around(Sql.class, sql -> new CountedSql(sql, statements, rowsRead))
                .start();
        var company = new TestCompany(platform, "rest");
        company.enable("accounting");
        return company;
    }

    /** Records the invoices while nothing is delivered, and counts what their delivery in one batch takes. */
    private int posted(TestCompany company, List<InvoiceIssued> invoices) {
        company.settle();
        var deliveries = company.service(Deliveries.class);
        deliveries.stop(company.id(), "accounting");
        invoices.forEach(invoice -> company.record("crm", MARCH, invoice));
        company.settle();
        return counted(() -> {
            deliveries.start(company.id(), "accounting");
            company.settle();
        });
    }

    private int counted(Runnable work) {
        statements.set(0);
        work.run();
        return statements.get();
    }

    private static Register register(TestCompany company, String name) {
        return company.services(Register.class).stream()
                .filter(register -> register.description().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Id party(TestCompany company, String code) {
        var party = new Parties.NewParty(
                code, "Acme Ltd", true, false, false, false, null, null, null, null, null, null, null);
        return company.as(() -> company.service(Parties.class).record(party));
    }

    /** Of 10.00 in all. */
    private InvoiceIssued invoice(Id party, int lineCount, int deliveryCount) {
        var net = new BigDecimal("10.00").divide(BigDecimal.valueOf(lineCount));
        var lines = IntStream.rangeClosed(1, lineCount)
                .mapToObj(line -> line(line, net))
                .toList();
        var deliveries =
                IntStream.range(0, deliveryCount).mapToObj(i -> new Id(next++)).toList();
        var total = new BigDecimal("10.00");
        return new InvoiceIssued(
                new Id(next++),
                new Id(1),
                party,
                deliveries,
                MARCH,
                MARCH,
                "EUR",
                lines,
                total,
                BigDecimal.ZERO,
                total,
                null,
                "LINE");
    }

    private static InvoiceLine line(int number, BigDecimal net) {
        return new InvoiceLine(
                number, "GOODS", new Id(9), 1, BigDecimal.ONE, net, BigDecimal.ZERO, net, null, null, BigDecimal.ZERO);
    }
}
