package org.stepwise.accounting.internal.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stepwise.accounting.Purpose;
import org.stepwise.accounting.internal.chart.PostingRules;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.crm.event.InvoiceLine;
import org.stepwise.data.Id;

/** What documents and costs are posted as, without a database: accounts are named like their purpose. */
class PostingTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final PostingRules RULES = rules();
    private static final Id DOCUMENT = new Id(1);

    @Test
    void anInvoiceIsPostedAsItShows() {
        var lines =
                List.of(line("GOODS", "36.86", "3.13"), line("GOODS", "9.21", "0.78"), line("FREIGHT", "5.00", "0.00"));
        assertThat(charge(invoice(lines, "54.98", "LINE"), "1"))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("RECEIVABLE", "54.98", "REVENUE", "-46.07", "TAX", "-3.91", "FREIGHT", "-5.00"));
    }

    @Test
    void aCreditNoteIsTheInvoiceTurnedRound() {
        var lines = List.of(line("GOODS", "101", "10"));
        assertThat(charge(invoice(lines, "111", "LINE"), "-1"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("RECEIVABLE", "-111", "REVENUE", "101", "TAX", "10"));
    }

    @Test
    void onlyAnInvoiceOfOldLeavesSomethingToRounding() {
        var lines = List.of(line("GOODS", "36.8560", "3.1328"), line("GOODS", "9.2100", "0.7829"));
        assertThat(charge(invoice(lines, "49.98", null), "1")).containsEntry("ROUNDING", "0.01");
    }

    @Test
    void aSaleMovesTheCostToCostOfGoodsSoldOnTheDayOfTheInvoice() {
        var charge = new Sale.Charge(new Id(2), DOCUMENT, new Id(3), MONDAY.plusDays(1), 9);
        var journal = new Sale(new Sale.Cost(new Id(2), MONDAY, new BigDecimal("-67.00")), charge).journal(RULES);
        assertThat(lines(journal))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("COST_OF_GOODS_SOLD", "67.00", "SHIPPED_NOT_INVOICED", "-67.00"));
        assertThat(journal.valueDate).isEqualTo(MONDAY.plusDays(1));
    }

    @Test
    void aReturnThatIsSettledTakesItsCostBack() {
        var charge = new Sale.Charge(new Id(2), DOCUMENT, new Id(3), MONDAY, 9);
        var journal = new Sale(new Sale.Cost(new Id(2), MONDAY, new BigDecimal("4.00")), charge).journal(RULES);
        assertThat(lines(journal))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("COST_OF_GOODS_SOLD", "-4.00", "SHIPPED_NOT_INVOICED", "4.00"));
    }

    @Test
    void aJournalThatDoesNotBalanceIsABug() {
        var journal = new JournalDraft("ENTRY", DOCUMENT, MONDAY, 1).debit("BANK", BigDecimal.ONE);
        assertThatThrownBy(journal::lines).isInstanceOf(IllegalStateException.class);
        assertThat(new JournalDraft("ENTRY", DOCUMENT, MONDAY, 1)
                        .debit("BANK", BigDecimal.ZERO)
                        .lines())
                .isEmpty();
    }

    private static Map<String, String> charge(InvoiceIssued fact, String sign) {
        var journal = new JournalDraft("INVOICE", DOCUMENT, MONDAY, 1);
        return lines(Posting.charge(RULES, journal, fact, new BigDecimal(sign)));
    }

    private static Map<String, String> lines(JournalDraft journal) {
        var lines = new TreeMap<String, String>();
        journal.lines().forEach(line -> lines.put(line.account(), line.amount().toPlainString()));
        return lines;
    }

    private static InvoiceIssued invoice(List<InvoiceLine> lines, String total, String rounding) {
        var net = lines.stream().map(InvoiceLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
        var tax = lines.stream().map(InvoiceLine::tax).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new InvoiceIssued(
                DOCUMENT,
                new Id(2),
                new Id(3),
                List.of(),
                MONDAY,
                MONDAY,
                total.contains(".") ? "EUR" : "JPY",
                lines,
                net,
                tax,
                new BigDecimal(total),
                null,
                rounding);
    }

    private static InvoiceLine line(String kind, String net, String tax) {
        var amount = new BigDecimal(net);
        return new InvoiceLine(
                1,
                kind,
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

    private static PostingRules rules() {
        var accounts = new EnumMap<Purpose, TreeMap<LocalDate, String>>(Purpose.class);
        for (var purpose : Purpose.values()) {
            accounts.put(purpose, new TreeMap<>(Map.of(LocalDate.MIN, purpose.name())));
        }
        return new PostingRules(accounts);
    }
}
