package org.stepwise.accounting.internal.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.stepwise.testkit.Eventually.eventually;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stepwise.accounting.ChartService;
import org.stepwise.accounting.ChartService.AccountType;
import org.stepwise.accounting.ChartService.NewAccount;
import org.stepwise.accounting.ChartService.NewPostingRule;
import org.stepwise.accounting.LedgerService;
import org.stepwise.accounting.LedgerService.NewPayment;
import org.stepwise.accounting.internal.Partners;
import org.stepwise.accounting.internal.chart.Purposes;
import org.stepwise.accounting.posting.Side;
import org.stepwise.data.Database;
import org.stepwise.data.Id;
import org.stepwise.log.Deliveries;
import org.stepwise.log.internal.catalogue.EventCatalogue;
import org.stepwise.log.replay.Difference;
import org.stepwise.module.Modules;
import org.stepwise.testkit.Law;
import org.stepwise.testkit.OnBothDatabases;
import org.stepwise.testkit.TestCompany;

/** A partner's module brings events and purposes of its own; nothing in accounting knows of it. */
class PartnerPostingsTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);
    private static final Id RENT = new Id(501);
    private static final Id RECEIPT = new Id(601);
    private static final List<Class<?>> EVENTS = List.of(RentFellDue.class, RentPaid.class, GoodsCharged.class);

    @Law({5, 11})
    @OnBothDatabases
    void whatAPartnerPostsIsPostedLateAsEarlyAndForItsCompanyAlone(Database.Kind kind) {
        try (var company = Partners.first(kind)) {
            comes(company);
            var other = TestCompany.founded(company.platform(), "Other", "rest");
            company.enable("accounting");
            var acme = Partners.party(company, "ACME");
            live(company, acme);
            var live = books(company);
            assertThat(live)
                    .containsEntry("1000", "-49.00")
                    .containsEntry("2000", "-26.00")
                    .containsEntry("6000", "75.00");
            live(other, Partners.party(other, "ACME"));
            other.enable("accounting");
            other.settle();
            assertThat(books(other)).as("switched on late").isEqualTo(live);
            assertThat(books(company)).isEqualTo(live);
            company.disable("accounting");
            company.record("rental", MARCH, new RentFellDue(new Id(502), acme, "SALES", amount("10"), MARCH));
            company.enable("accounting");
            company.settle();
            var more = books(company);
            assertThat(more).containsEntry("6000", "85.00").containsEntry("open", "36.00");
            company.disable("accounting");
            company.purge("accounting");
            company.enable("accounting");
            company.settle();
            assertThat(books(company)).isEqualTo(more);
            assertThat(books(other)).isEqualTo(live);
        }
    }

    private static void live(TestCompany company, Id landlord) {
        company.record("rental", MARCH, new RentFellDue(RENT, landlord, "SALES", amount("50"), MARCH.plusDays(9)));
        company.record("rental", MARCH, new RentPaid(new Id(701), landlord, RENT, amount("49")));
        company.record("rental", MARCH, new RentFellDue(new Id(503), landlord, "DEPOT", amount("25"), MARCH));
        company.record("rental", MARCH, new RentPaid(new Id(702), landlord, null, amount("0")));
        company.record("rental", MARCH, new RentFellDue(new Id(504), landlord, "DEPOT", amount("0"), MARCH));
        company.settle();
    }

    /** Neither does the one settle the other, nor does what is paid too much for the one. */
    @Law(10)
    @OnBothDatabases
    void whoIsCustomerAndSupplierOwesAndIsOwed(Database.Kind kind) {
        try (var company = Partners.first(kind)) {
            comes(company);
            company.enable("accounting");
            var acme = Partners.party(company, "ACME");
            var invoice = Partners.invoice(company, acme, "119.00");
            company.record("rental", MARCH, new RentFellDue(RENT, acme, "SALES", amount("50"), MARCH.plusDays(9)));
            company.record("rental", MARCH, new RentPaid(new Id(701), acme, invoice, amount("70")));
            company.settle();
            assertThat(items(company)).containsExactly("RECEIVABLE 119.00", "PAYABLE -20.00");
            var ledger = company.service(LedgerService.class);
            company.as(() -> ledger.receivePayment(new NewPayment(acme, null, amount("120"), MARCH, null)));
            company.settle();
            assertThat(items(company)).containsExactly("PAYABLE -20.00", "RECEIVABLE -1.00");
            company.record("rental", MARCH, new RentFellDue(new Id(502), acme, "SALES", amount("30"), MARCH));
            company.settle();
            assertThat(items(company)).containsExactly("RECEIVABLE -1.00", "PAYABLE 10.00");
            assertThat(Partners.rows(company, "accounting.open-items"))
                    .extracting(row -> row.get("side") + " " + row.get("kind"))
                    .containsExactlyInAnyOrder("RECEIVABLE PAYMENT", "PAYABLE RENT");
            var proof = company.as(ledger::proof);
            assertThat(proof.holds()).isTrue();
            assertThat(proof.checks())
                    .filteredOn(check -> check.name().endsWith("= open items"))
                    .extracting(check -> check.name() + " "
                            + check.right().stripTrailingZeros().toPlainString())
                    .containsExactly("receivables = open items -1", "payables = open items 10");
        }
    }

    @Law(4)
    @OnBothDatabases
    void aSuppliersInvoiceAndTheReceiptMeetInEitherOrder(Database.Kind kind) {
        try (var company = Partners.first(kind)) {
            comes(company);
            company.enable("accounting");
            var acme = Partners.party(company, "ACME");
            Partners.received(company, RECEIPT, "100");
            company.record("rental", MARCH.plusDays(2), new GoodsCharged(new Id(801), acme, RECEIPT, amount("98")));
            company.settle();
            assertThat(books(company))
                    .as("not valued yet")
                    .containsEntry("2100", "98.00")
                    .doesNotContainKey("6900");
            assertThat(company.as(company.service(LedgerService.class)::proof).holds())
                    .isTrue();
            Partners.valued(company);
            var second = new Id(602);
            Partners.received(company, second, "10");
            company.settle();
            assertThat(books(company)).containsEntry("2100", "-10.00");
            assertThat(company.as(company.service(LedgerService.class)::proof).holds())
                    .isTrue();
            company.record("rental", MARCH.plusDays(2), new GoodsCharged(new Id(802), acme, second, amount("11")));
            company.settle();
            assertThat(books(company))
                    .containsEntry("1400", "110.00")
                    .containsEntry("2000", "-109.00")
                    .containsEntry("2100", "0.00")
                    .containsEntry("6900", "-1.00");
            assertThat(company.as(company.service(LedgerService.class)::proof).holds())
                    .isTrue();
        }
    }

    @Law(7)
    @OnBothDatabases
    void aRuleOfADimensionIsBehindWhatUsedItAlone(Database.Kind kind) {
        try (var company = Partners.first(kind)) {
            comes(company);
            company.enable("accounting");
            var acme = Partners.party(company, "ACME");
            var chart = company.service(ChartService.class);
            company.as(() -> chart.open(new NewAccount("6010", "Rent of the depot", AccountType.EXPENSE)));
            company.as(() -> chart.post(new NewPostingRule("RENT", "6010", MARCH, "department:DEPOT")));
            live(company, acme);
            assertThat(books(company)).containsEntry("6000", "50.00").containsEntry("6010", "25.00");
            var behind = "accounting.posting-rule.behind";
            Partners.refused(company, behind, () -> chart.post(new NewPostingRule("RENT", "6010", MARCH)));
            for (var department : List.of("SALES", "DEPOT")) {
                var again = new NewPostingRule("RENT", "6010", MARCH, "department:" + department);
                Partners.refused(company, behind, () -> chart.post(again));
            }
            company.as(() -> chart.post(new NewPostingRule("RENT", "6010", MARCH, "department:GARAGE")));
            assertThat(Partners.rows(company, "accounting.posting-rules"))
                    .filteredOn(row -> "RENT".equals(row.get("purpose")))
                    .extracting(row -> row.get("dimension") + " " + row.get("account") + " " + row.get("state"))
                    .containsExactlyInAnyOrder(
                            "null 6000 NOW", "department:DEPOT 6010 NOW", "department:GARAGE 6010 NOW");
            company.as(() -> {
                chart.withdraw("RENT", "department:GARAGE", MARCH);
                return null;
            });
            Partners.refused(
                    company,
                    "accounting.posting-rule.purpose",
                    () -> chart.post(new NewPostingRule("RANT", "6010", MARCH)));
        }
    }

    /** What came before is no loss: it is parked, and posted when the account is there. */
    @Law({14, 20})
    @OnBothDatabases
    void aPurposeThatCameLaterHasNoAccountAndThePlanSaysSo(Database.Kind kind) {
        try (var company = Partners.first(kind)) {
            company.enable("accounting");
            var acme = Partners.party(company, "ACME");
            company.record("rental", MARCH, new RentFellDue(RENT, acme, "SALES", amount("50"), MARCH));
            company.settle();
            assertThat(warnings(company))
                    .anyMatch(each -> each.contains("nobody knows the events rental.rent-fell-due"));
            comes(company);
            assertThat(warnings(company))
                    .noneMatch(each -> each.contains("rental.rent-fell-due"))
                    .anyMatch(each -> each.startsWith("no account is set for RENT (rent)"));
            assertThat(books(company)).as("nothing silently").doesNotContainKey("6000");
            company.record("rental", MARCH, new RentFellDue(new Id(502), acme, "SALES", amount("10"), MARCH));
            var deliveries = company.service(Deliveries.class);
            eventually(() -> assertThat(deliveries.parked(company.id())).hasSize(1));
            var parked = deliveries.parked(company.id()).get(0);
            assertThat(parked.reason()).contains("no account is set for RENT on 2026-03-02");
            assertThat(parked.keys()).containsExactly(new Id(502).toString());
            var chart = company.service(ChartService.class);
            company.as(() -> chart.post(new NewPostingRule("RENT", "6000", MARCH)));
            company.as(() -> chart.post(new NewPostingRule("RENT_OWED", "2000", MARCH)));
            company.as(() -> {
                deliveries.retry(company.id(), parked.subscription(), parked.position());
                return null;
            });
            company.settle();
            assertThat(books(company)).containsEntry("6000", "10.00").containsEntry("open", "10.00");
        }
    }

    /** Posted from its next version on; what lies behind is for whoever answers for the books to say. */
    @Law(20)
    @OnBothDatabases
    void whatWasRecordedBeforeItWasPostedIsPostedAsACorrection(Database.Kind kind) {
        try (var company = Partners.first(kind)) {
            company.enable("accounting");
            var acme = Partners.party(company, "ACME");
            company.record("rental", MARCH, new RentFellDue(RENT, acme, "SALES", amount("50"), MARCH.plusDays(9)));
            company.settle();
            comes(company);
            var chart = company.service(ChartService.class);
            company.as(() -> chart.post(new NewPostingRule("RENT", "6000", MARCH)));
            company.as(() -> chart.post(new NewPostingRule("RENT_OWED", "2000", MARCH)));
            company.settle();
            assertThat(books(company)).as("nothing silently").doesNotContainKey("6000");
            assertThat(company.replay("accounting").listed())
                    .extracting(Difference::of, Difference::stands, Difference::computed)
                    .containsExactly(
                            tuple("2000", null, "-50"),
                            tuple("6000", null, "50"),
                            tuple("open item payable of RENT_OWED due 2026-03-11", null, "50"));
            company.correct("accounting", "rent is posted now");
            company.record("rental", MARCH, new RentPaid(new Id(701), acme, RENT, amount("20")));
            company.settle();
            var corrected = books(company);
            assertThat(corrected).containsEntry("6000", "50.00").containsEntry("open", "30.00");
            assertThat(company.as(company.service(LedgerService.class)::proof).holds())
                    .isTrue();
            assertThat(company.replay("accounting").differences()).isZero();
            company.disable("accounting");
            company.purge("accounting");
            company.enable("accounting");
            company.settle();
            assertThat(books(company)).isEqualTo(corrected);
            assertThat(company.replay("accounting").differences()).isZero();
        }
    }

    @OnBothDatabases
    void whatMayBeChosenComesAndGoesWithTheBundle(Database.Kind kind) {
        try (var company = Partners.first(kind)) {
            company.enable("accounting");
            assertThat(Partners.choices(company, "accounting.journals", "kind")).doesNotContain("RENT");
            comes(company);
            assertThat(Partners.choices(company, "accounting.journals", "kind")).contains("INVOICE", "RENT");
            assertThat(Partners.choices(company, "accounting.open-items", "kind"))
                    .contains("INVOICE", "RENT");
            assertThat(Partners.choices(company, "accounting.posting-rules", "purpose"))
                    .startsWith("BANK")
                    .endsWith("RENT", "RENT_OWED");
            company.service(Purposes.class).gone("rental", List.of(RentalPurpose.class));
            assertThat(Partners.choices(company, "accounting.posting-rules", "purpose"))
                    .doesNotContain("RENT");
        }
    }

    private static List<String> warnings(TestCompany company) {
        return company.as(() ->
                company.service(Modules.class).plan(company.id(), "accounting").warnings());
    }

    /** As when its api bundle is installed. */
    private static void comes(TestCompany company) {
        company.service(EventCatalogue.class).found("rental", EVENTS);
        company.service(Purposes.class).found("rental", List.of(RentalPurpose.class));
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }

    /** The balance of each account, and under {@code open} what is owed to others. */
    private static Map<String, String> books(TestCompany company) {
        var books = new TreeMap<>(Partners.balances(company));
        company.as(company.service(LedgerService.class)::openItems).stream()
                .filter(item -> item.side() == Side.PAYABLE)
                .map(LedgerService.OpenItem::open)
                .reduce(BigDecimal::add)
                .ifPresent(sum -> books.put("open", sum.setScale(2).toPlainString()));
        return books;
    }

    private static List<String> items(TestCompany company) {
        return company.as(company.service(LedgerService.class)::openItems).stream()
                .map(item -> item.side() + " " + item.open().setScale(2).toPlainString())
                .toList();
    }
}
