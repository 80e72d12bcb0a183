package org.stepwise.accounting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.stepwise.accounting.LedgerService;
import org.stepwise.accounting.LedgerService.NewJournal;
import org.stepwise.accounting.LedgerService.NewJournalLine;
import org.stepwise.accounting.LedgerService.NewPayment;
import org.stepwise.crm.event.CreditNoteIssued;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.crm.event.InvoiceLine;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;
import org.stepwise.masterdata.Parties;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.Platform;
import org.stepwise.testkit.TestCompany;
import org.stepwise.warehouse.StockValues;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReturned;
import org.stepwise.warehouse.event.MovementLine;
import org.stepwise.warehouse.event.StockValued;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Register;

/** Accounting alone, with the facts that sales and warehouse would record: invoices, their costs, credits, payments. */
class BooksTest {
    static final LocalDate MARCH = LocalDate.of(2026, 3, 2);
    static final Id INVOICE = new Id(101);
    static final Id DELIVERY = new Id(201);
    private static final Id CREDIT = new Id(102);
    private static final Id RETURN = new Id(202);

    @Law({4, 18})
    @OnBothDatabases
    void theCostMayComeBeforeOrAfterTheInvoice(Database.Kind kind) {
        try (var company = start(kind)) {
            var acme = party(company);
            delivered(company, DELIVERY, "60", MARCH);
            company.record("crm", MARCH.plusDays(3), invoice(INVOICE, acme, List.of(DELIVERY), "100.005", "19.00"));
            company.settle();
            Costs.start(company);
            delivered(company, new Id(203), "7", MARCH);
            company.settle();
            company.record("crm", MARCH.plusDays(4), invoice(new Id(103), acme, List.of(new Id(203)), "10", "0"));
            company.settle();
            assertThat(balances(company))
                    .containsEntry("1200", "129.01")
                    .containsEntry("1400", "-67.00")
                    .containsEntry("1450", "0.00")
                    .containsEntry("2200", "-19.00")
                    .containsEntry("4000", "-110.01")
                    .containsEntry("5000", "67.00");
            assertThat(company.as(() -> ledger(company).proof()).checks())
                    .hasSize(6)
                    .allMatch(LedgerService.Check::holds);
        }
    }

    @Law(15)
    @OnBothDatabases
    void aCreditNoteReversesAndEditsNothing(Database.Kind kind) {
        try (var company = start(kind)) {
            var acme = party(company);
            Costs.start(company);
            delivered(company, DELIVERY, "60", MARCH);
            company.record("crm", MARCH, invoice(INVOICE, acme, List.of(DELIVERY), "100.00", "19.00"));
            company.settle();
            var before = hledger(company);
            var back = List.of(new MovementLine(1, 1, new Id(9), new BigDecimal("60")));
            var returned = new GoodsReturned(RETURN, DELIVERY, new Id(1), acme, "damaged", back);
            company.record("warehouse", MARCH.plusDays(5), returned);
            company.record("crm", MARCH.plusDays(6), credit(acme));
            company.settle();
            assertThat(hledger(company)).startsWith(before);
            assertThat(balances(company).values()).allMatch("0.00"::equals);
            assertThat(company.as(() -> ledger(company).openItems())).isEmpty();
        }
    }

    @Law(2)
    @OnBothDatabases
    void theBooksRebuiltAreTheBooks(Database.Kind kind) {
        try (var company = start(kind)) {
            var acme = party(company);
            for (int day = 0; day < 30; day++) {
                var invoice = new Id(1000 + day);
                var delivery = new Id(2000 + day);
                delivered(company, delivery, "3.33", MARCH.plusDays(day));
                if (day == 15) {
                    Costs.start(company);
                }
                company.record("crm", MARCH.plusDays(day), invoice(invoice, acme, List.of(delivery), "12.345", "1.2"));
            }
            company.as(() ->
                    ledger(company).receivePayment(new NewPayment(acme, null, new BigDecimal("55.5"), MARCH, null)));
            company.settle();
            var live = hledger(company);
            company.disable("accounting");
            company.purge("accounting");
            company.enable("accounting");
            company.settle();
            assertThat(hledger(company)).isEqualTo(live);
        }
    }

    @OnBothDatabases
    void badJournalsAreRefusedWithTheFieldsAtFault(Database.Kind kind) {
        try (var company = start(kind)) {
            var unbalanced = List.of(line("6000", "50"), line("1000", "-49"));
            refused(company, "accounting.journal.unbalanced", () -> ledger(company)
                    .enter(new NewJournal(null, "rent", unbalanced)));
            var control = List.of(line("1200", "50"), line("1000", "-50"));
            assertThatThrownBy(() -> company.as(() -> ledger(company).enter(new NewJournal(null, "rent", control))))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.fields())
                            .containsOnlyKeys("lines[0].account"));
            var acme = party(company);
            refused(company, "accounting.payment.not-positive", () -> ledger(company)
                    .receivePayment(new NewPayment(acme, null, BigDecimal.ZERO, null, null)));
            company.as(() -> ledger(company).enter(new NewJournal(null, "rent", rent("50"))));
            company.settle();
            assertThat(balances(company)).containsEntry("6000", "50.00");
        }
    }

    static TestCompany start(Database.Kind kind) {
        System.setProperty("stepwise.company.currency", "EUR");
        var company = new TestCompany(Platform.on(kind).start(), "rest");
        company.enable("accounting");
        return company;
    }

    static LedgerService ledger(TestCompany company) {
        return company.service(LedgerService.class);
    }

    static Id party(TestCompany company) {
        var acme = new Parties.NewParty(
                "ACME", "Acme Ltd", true, false, false, false, null, null, null, null, null, null, null);
        return company.as(() -> company.service(Parties.class).record(acme));
    }

    static InvoiceIssued invoice(Id id, Id party, List<Id> deliveries, String net, String tax) {
        var line = charge(net, tax);
        var total = line.net().add(line.tax()).setScale(2, RoundingMode.HALF_UP);
        return new InvoiceIssued(
                id,
                new Id(1),
                party,
                deliveries,
                MARCH,
                MARCH,
                "EUR",
                List.of(line),
                line.net(),
                line.tax(),
                total,
                null,
                null);
    }

    static CreditNoteIssued credit(Id party) {
        var line = charge("100.00", "19.00");
        return new CreditNoteIssued(
                CREDIT,
                INVOICE,
                new Id(1),
                party,
                RETURN,
                MARCH,
                "EUR",
                List.of(line),
                line.net(),
                line.tax(),
                new BigDecimal("119.00"),
                "damaged",
                null);
    }

    private static InvoiceLine charge(String net, String tax) {
        var amount = new BigDecimal(net);
        return new InvoiceLine(
                1,
                "GOODS",
                new Id(9),
                1,
                BigDecimal.ONE,
                amount,
                BigDecimal.ZERO,
                amount,
                null,
                null,
                new BigDecimal(tax));
    }

    private static NewJournalLine line(String account, String amount) {
        return NewJournalLine.of(account, new BigDecimal(amount), null);
    }

    static List<NewJournalLine> rent(String amount) {
        return List.of(line("6000", amount), line("1000", "-" + amount));
    }

    static void delivered(TestCompany company, Id delivery, String quantity, LocalDate on) {
        var line = new MovementLine(1, 1, new Id(9), new BigDecimal(quantity));
        company.record("warehouse", on, new DeliveryPosted(delivery, new Id(1), new Id(2), List.of(line)));
    }

    static Map<String, String> balances(TestCompany company) {
        var balances = new TreeMap<String, String>();
        company.as(() -> ledger(company).trialBalance(null))
                .forEach(line -> balances.put(
                        line.account(),
                        line.balance().setScale(2, RoundingMode.UNNECESSARY).toPlainString()));
        return balances;
    }

    private static String hledger(TestCompany company) {
        return company.as(() -> ledger(company).hledger(null));
    }

    static Map<String, Object> journal(TestCompany company, Id id) {
        var journals = company.services(Register.class).stream()
                .filter(register -> register.description().name().equals("accounting.journals"))
                .findFirst()
                .orElseThrow();
        var found = company.as(() -> journals.list(ListQuery.first(1).where("id", id.toString())));
        return found.items().get(0);
    }

    static void refused(TestCompany company, String code, Supplier<?> verb) {
        assertThatThrownBy(() -> company.as(verb))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** Stands for the warehouse: every piece is worth one. */
    static final class Costs implements Reaction, StockValues {
        static void start(TestCompany company) {
            company.platform().add(Reaction.class, new Costs());
            company.service(Deliveries.class).start(company.id(), "warehouse");
        }

        @Override
        public String module() {
            return "warehouse";
        }

        @Override
        public String name() {
            return "warehouse.costs";
        }

        @Override
        public Total total() {
            return new Total(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        }

        @Override
        public Set<String> subscriptions() {
            return Set.of(name());
        }

        @Override
        public void define(Handlers on) {
            on.react(
                    DeliveryPosted.class,
                    fact -> List.of(fact.delivery()),
                    (entry, conclude) -> conclude.append(valued(
                            entry.event().delivery(), "DELIVERY", entry.event().lines(), BigDecimal.ONE.negate())));
            on.react(
                    GoodsReturned.class,
                    fact -> List.of(fact.returned()),
                    (entry, conclude) -> conclude.append(valued(
                            entry.event().returned(), "RETURN", entry.event().lines(), BigDecimal.ONE)));
        }

        private static StockValued valued(Id document, String kind, List<MovementLine> lines, BigDecimal sign) {
            var moved = lines.get(0);
            var value = moved.quantity().multiply(sign);
            var line = new StockValued.ValuedLine(1, moved.product(), value, value, value);
            return new StockValued(document, kind, new Id(1), "EUR", List.of(line));
        }
    }
}
