package org.stepwise.crm.internal.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwise.crm.document.GoodsReturn;
import org.stepwise.crm.event.CreditNoteIssued;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.crm.event.InvoiceLine;
import org.stepwise.crm.internal.money.Charged;
import org.stepwise.data.Id;
import org.stepwise.document.Documents.Kept;
import org.stepwise.error.Refusal;
import org.stepwise.testkit.Law;

/** What an invoice decides about credits and payments, without a database. */
class InvoiceTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Id COMPANY = new Id(1);
    private static final Id INVOICE = new Id(2);
    private static final Id ORDER = new Id(3);
    private static final Id CUSTOMER = new Id(4);
    private static final Id CREDIT = new Id(5);
    private static final Id RETURN = new Id(6);
    private static final String NUMBER = "INV-1";

    @Law(15)
    @Test
    void aCreditNamesItsInvoiceAndTakesItsPriceDiscountTaxAndRate() {
        var credit = credit(invoice("LINE", line("10", "25", "75.00", "14.25")), Charged.NOTHING, "2");
        assertThat(credit.invoice()).isEqualTo(INVOICE);
        assertThat(credit.returned()).isEqualTo(RETURN);
        assertThat(credit.rounding()).isEqualTo("LINE");
        var line = credit.lines().get(0);
        assertThat(line.price()).isEqualByComparingTo("10");
        assertThat(line.discount()).isEqualByComparingTo("25");
        assertThat(line.net()).isEqualByComparingTo("15");
        assertThat(line.taxCode()).isEqualTo("VAT");
        assertThat(line.taxPercent()).isEqualByComparingTo("19");
        assertThat(line.tax()).isEqualByComparingTo("2.85");
        assertThat(credit.total()).isEqualByComparingTo("17.85");
    }

    @Test
    void aCreditTakesWhatEarlierCreditsHaveLeft() {
        var invoice = invoice("LINE", line("3", "0", "1.01", "0.19"));
        var first = credit(invoice, Charged.NOTHING, "1");
        assertThat(first.total()).isEqualByComparingTo("0.40");
        invoice.creditedBy(first);
        var rest = credit(invoice, charged("1", "0.34", "0.06"), "2");
        assertThat(rest.net()).isEqualByComparingTo("0.67");
        assertThat(rest.tax()).isEqualByComparingTo("0.13");
        assertThat(first.total().add(rest.total())).isEqualByComparingTo("1.20");
    }

    @Test
    void creditsOfAnInvoiceOfOldComeToItsTotalToo() {
        var invoice = invoice(null, line("2", "0", "27.332", "5.4664"));
        var first = credit(invoice, Charged.NOTHING, "1");
        invoice.creditedBy(first);
        var rest = credit(invoice, charged("1", "13.666", "2.7332"), "1");
        assertThat(first.total().add(rest.total())).isEqualByComparingTo("32.80");
        assertThat(rest.net()).isEqualByComparingTo("13.666");
    }

    @Test
    void whatTheInvoiceDoesNotChargeIsNotCredited() {
        var invoice = invoice("LINE", line("10", "0", "100.00", "19.00"));
        var other = back(7, BigDecimal.ONE);
        refused("crm.credit.not-charged", () -> invoice.credit(CREDIT, other, Charged.NOTHING, null, MONDAY));
        refused(
                "crm.credit.before-invoice",
                () -> invoice.credit(CREDIT, back("1"), Charged.NOTHING, null, MONDAY.minusDays(1)));
    }

    @Test
    void aCreditNoteIsNeitherCreditedNorPaid() {
        var note = new Invoice(
                COMPANY, credit(invoice("LINE", line("1", "0", "1.00", "0.19")), Charged.NOTHING, "1"), NUMBER);
        refused("crm.invoice.is-credit-note", () -> note.credit(CREDIT, back("1"), Charged.NOTHING, null, MONDAY));
        refused("crm.invoice.is-credit-note", () -> note.pay(new Id(7), null, BigDecimal.ONE));
        assertThat(note.viewAsIssued("Acme").status()).isEqualTo("OPEN");
    }

    @Test
    void aPaymentByHandIsForWhatAllocatedPaymentsHaveLeftOpen() {
        var invoice = invoice("LINE", line("10", "0", "100.00", "19.00"));
        var forty = new BigDecimal("40");
        assertThat(invoice.pay(new Id(7), null, forty).amount()).isEqualByComparingTo("40");
        assertThat(invoice.pay(new Id(7), BigDecimal.TEN, forty).invoice()).isEqualTo(INVOICE);
        refused("crm.payment.too-much", () -> invoice.pay(new Id(7), new BigDecimal("40.01"), forty));
        refused("crm.payment.amount", () -> invoice.pay(new Id(7), new BigDecimal("0.001"), forty));
        refused("crm.payment.nothing-open", () -> invoice.pay(new Id(7), null, BigDecimal.ZERO));
    }

    private static CreditNoteIssued credit(Invoice invoice, Charged earlier, String quantity) {
        return invoice.credit(CREDIT, back(quantity), earlier, "broken", MONDAY);
    }

    private static Kept<GoodsReturn> back(String quantity) {
        return back(1, new BigDecimal(quantity));
    }

    private static Kept<GoodsReturn> back(int orderLine, BigDecimal quantity) {
        var line = new GoodsReturn.Line(orderLine, new Id(8), quantity);
        return new Kept<>(
                RETURN, new GoodsReturn(new Id(9), ORDER, CUSTOMER, MONDAY, null, null, null, List.of(line)), 0);
    }

    private static Charged charged(String quantity, String net, String tax) {
        return new Charged(List.of(new Charged.Of(
                1, new BigDecimal("19"), new BigDecimal(quantity), new BigDecimal(net), new BigDecimal(tax))));
    }

    private static Invoice invoice(String rounding, InvoiceLine line) {
        var total = line.net().add(line.tax()).setScale(2, RoundingMode.HALF_UP);
        var fact = new InvoiceIssued(
                INVOICE,
                ORDER,
                CUSTOMER,
                List.of(new Id(9)),
                MONDAY,
                MONDAY.plusDays(30),
                "EUR",
                List.of(line),
                line.net(),
                line.tax(),
                total,
                null,
                rounding);
        return new Invoice(COMPANY, fact, NUMBER);
    }

    private static InvoiceLine line(String quantity, String discount, String net, String tax) {
        return new InvoiceLine(
                1,
                "GOODS",
                new Id(8),
                1,
                new BigDecimal(quantity),
                BigDecimal.TEN,
                new BigDecimal(discount),
                new BigDecimal(net),
                "VAT",
                new BigDecimal("19"),
                new BigDecimal(tax));
    }

    private static void refused(String code, Runnable decision) {
        assertThatThrownBy(decision::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
