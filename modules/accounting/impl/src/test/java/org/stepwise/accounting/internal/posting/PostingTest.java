package org.stepwise.accounting.internal.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stepwise.accounting.internal.Sheet;
import org.stepwise.accounting.internal.chart.PostingRules;
import org.stepwise.accounting.internal.chart.PostingRules.Of;
import org.stepwise.accounting.posting.LedgerPurpose;
import org.stepwise.accounting.posting.Posted;
import org.stepwise.crm.event.CreditNoteIssued;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.crm.event.InvoiceLine;
import org.stepwise.data.Id;

/** What documents and costs are posted as, without a database: accounts are named like their purpose. */
class PostingTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final PostingRules RULES = new PostingRules(rules());
    private static final Id DOCUMENT = new Id(1);

    @Test
    void anInvoiceIsPostedAsItShows() {
        var lines =
                List.of(line("GOODS", "36.86", "3.13"), line("GOODS", "9.21", "0.78"), line("FREIGHT", "5.00", "0.00"));
        assertThat(charge(invoice(lines, "54.98", "LINE"), RULES))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("RECEIVABLE", "54.98", "REVENUE", "-46.07", "TAX", "-3.91", "FREIGHT", "-5.00"));
    }

    @Test
    void aCreditNoteIsTheInvoiceTurnedRound() {
        var lines = List.of(line("GOODS", "101", "10"));
        assertThat(charge(credit(invoice(lines, "111", "LINE")), RULES))
                .containsExactlyInAnyOrderEntriesOf(Map.of("RECEIVABLE", "-111", "REVENUE", "101", "TAX", "10"));
    }

    @Test
    void onlyAnInvoiceOfOldLeavesSomethingToRounding() {
        var lines = List.of(line("GOODS", "36.8560", "3.1328"), line("GOODS", "9.2100", "0.7829"));
        assertThat(charge(invoice(lines, "49.98", null), RULES)).containsEntry("ROUNDING", "0.01");
    }

    @Test
    void whatIsTaxedDifferentlyMayBePostedToDifferentAccounts() {
        var lines = List.of(
                line("GOODS", "10.00", "2.00", "FULL"),
                line("GOODS", "20.00", "1.00", "REDUCED"),
                line("GOODS", "5.00", "1.00", "FULL"));
        assertThat(charge(invoice(lines, "39.00", "LINE"), RULES))
                .as("no rule is of a tax code: one line for all")
                .isEqualTo(Map.of("RECEIVABLE", "39.00", "REVENUE", "-35.00", "TAX", "-4.00"));
        var special = rules();
        special.put(new Of("TAX", "tax-code:REDUCED"), new TreeMap<>(Map.of(MONDAY, "REDUCED TAX")));
        assertThat(charge(invoice(lines, "39.00", "LINE"), new PostingRules(special)))
                .isEqualTo(Map.of("RECEIVABLE", "39.00", "REVENUE", "-35.00", "TAX", "-3.00", "REDUCED TAX", "-1.00"));
        special.put(new Of("TAX", "tax-code:REDUCED"), new TreeMap<>(Map.of(MONDAY.plusDays(1), "REDUCED TAX")));
        assertThat(charge(invoice(lines, "39.00", "LINE"), new PostingRules(special)))
                .as("from the next day on")
                .doesNotContainKey("REDUCED TAX");
    }

    @Test
    void anEventSaysWhichRulesItCouldHaveUsed() {
        var invoice = invoice(List.of(line("GOODS", "10.00", "2.00", "FULL")), "12.00", "LINE");
        assertThat(invoice.needs("TAX", null)).isTrue();
        assertThat(invoice.needs("TAX", "tax-code:FULL")).isTrue();
        assertThat(invoice.needs("TAX", "tax-code:REDUCED")).isFalse();
        assertThat(invoice.needs("FREIGHT", null)).as("nothing of it this time").isTrue();
        assertThat(invoice.needs("COST_OF_GOODS_SOLD", null)).isTrue();
        assertThat(invoice.needs("INVENTORY", null)).isFalse();
    }

    @Test
    void aMissingRuleIsToldByItsPurpose() {
        var invoice = invoice(List.of(line("GOODS", "10.00", "2.00")), "12.00", "LINE");
        assertThatThrownBy(() -> charge(invoice, new PostingRules(Map.of())))
                .hasMessageContaining("no account is set for RECEIVABLE on 2026-03-02; set one with a posting rule");
    }

    @Test
    void aJournalThatDoesNotBalanceIsABug() {
        var journal = new JournalDraft("ENTRY", DOCUMENT, MONDAY, 1).line("BANK", BigDecimal.ONE, null);
        assertThatThrownBy(journal::lines).isInstanceOf(IllegalStateException.class);
        assertThat(new JournalDraft("ENTRY", DOCUMENT, MONDAY, 1)
                        .line("BANK", BigDecimal.ZERO, null)
                        .lines())
                .isEmpty();
    }

    private static Map<String, String> charge(Posted said, PostingRules rules) {
        var sheet = new Sheet();
        var books = new Books(sheet, new Id(7), rules);
        books.post(said.posting(), new Books.Place(MONDAY, 1, 1));
        books.write();
        var lines = new TreeMap<String, String>();
        sheet.written("INSERT INTO accounting.journal_line")
                .forEach(row -> lines.put(row.get(3).toString(), ((BigDecimal) row.get(5)).toPlainString()));
        return lines;
    }

    private static CreditNoteIssued credit(InvoiceIssued fact) {
        return new CreditNoteIssued(
                new Id(5),
                fact.invoice(),
                fact.order(),
                fact.customer(),
                null,
                MONDAY,
                fact.currency(),
                fact.lines(),
                fact.net(),
                fact.tax(),
                fact.total(),
                "damaged",
                fact.rounding());
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
        return line(kind, net, tax, null);
    }

    private static InvoiceLine line(String kind, String net, String tax, String taxCode) {
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
                taxCode,
                null,
                new BigDecimal(tax));
    }

    private static Map<Of, TreeMap<LocalDate, String>> rules() {
        var accounts = new HashMap<Of, TreeMap<LocalDate, String>>();
        for (var purpose : LedgerPurpose.values()) {
            accounts.put(new Of(purpose.name(), null), new TreeMap<>(Map.of(LocalDate.MIN, purpose.name())));
        }
        return accounts;
    }
}
