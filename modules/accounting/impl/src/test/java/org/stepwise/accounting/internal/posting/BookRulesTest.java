package org.stepwise.accounting.internal.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.stepwise.accounting.internal.Sheet;
import org.stepwise.accounting.internal.chart.FirstRules;
import org.stepwise.accounting.internal.chart.PostingRules;
import org.stepwise.accounting.internal.posting.Clearing.Claim;
import org.stepwise.accounting.internal.posting.Clearing.Hold;
import org.stepwise.data.Id;
import org.stepwise.testkit.Law;

/** The rules of the books, without a database. */
class BookRulesTest {
    private static final Id COMPANY = new Id(1);
    private static final Id DELIVERY = new Id(200);
    private static final Id INVOICE = new Id(300);
    private static final Id CUSTOMER = new Id(400);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);
    private static final PostingRules RULES = FirstRules.rules();
    private static final Hold COST = hold(DELIVERY, "SHIPPED_NOT_INVOICED", "1450", "40");
    private static final Claim CHARGE = claim(DELIVERY, INVOICE, "5000");

    @Law(4)
    @Test
    void costAndInvoiceMeetInEitherOrderAndPostTheSame() {
        var costFirst = journals(books -> {
            books.clearing().add(COST);
            books.clearing().add(CHARGE);
        });
        var chargeFirst = journals(books -> {
            books.clearing().add(CHARGE);
            books.clearing().add(COST);
        });
        assertThat(costFirst).isEqualTo(chargeFirst).containsExactly("5000 40 2026-03-05", "1450 -40 2026-03-05");
    }

    @Law(4)
    @Test
    void theSecondOfTheTwoPostsWhatTheFirstHasLeft() {
        var stored = new Sheet().answering("FROM accounting.held", new Object[] {
            DELIVERY, DELIVERY, 0L, "SHIPPED_NOT_INVOICED", "1450", "40"
        });
        assertThat(journals(stored, books -> books.clearing().add(CHARGE)))
                .containsExactly("5000 40 2026-03-05", "1450 -40 2026-03-05");
        var waiting = new Sheet().answering("FROM accounting.claim", new Object[] {
            DELIVERY,
            "COST",
            INVOICE,
            CUSTOMER.value(),
            "5000",
            MARCH.plusDays(3),
            9L,
            null,
            null,
            null,
            null,
            null,
            null
        });
        assertThat(journals(waiting, books -> books.clearing().add(COST)))
                .containsExactly("5000 40 2026-03-05", "1450 -40 2026-03-05");
    }

    @Test
    void aCostOrAnInvoiceAlonePostsNothing() {
        assertThat(journals(books -> books.clearing().add(COST))).isEmpty();
        assertThat(journals(books -> books.clearing().add(CHARGE))).isEmpty();
    }

    @Law(15)
    @Test
    void aReturnThatIsCreditedTakesTheCostBack() {
        var back = hold(DELIVERY, "SHIPPED_NOT_INVOICED", "1450", "-40");
        assertThat(journals(books -> {
                    books.clearing().add(back);
                    books.clearing().add(CHARGE);
                }))
                .containsExactly("5000 -40 2026-03-05", "1450 40 2026-03-05");
    }

    @Law(8)
    @Test
    void whatIsDatedInAClosedPeriodIsPostedOnTheFirstDayAfterIt() {
        var sheet = new Sheet();
        var books = new Books(sheet, COMPANY, RULES);
        books.post(1, rent("10"));
        books.closeThrough(LocalDate.of(2026, 3, 31));
        books.post(2, rent("20"));
        books.write();
        assertThat(sheet.written("INSERT INTO accounting.journal (company"))
                .extracting(row -> row.get(6) + " " + row.get(7) + " " + row.get(10))
                .containsExactly("2026-03-02 2026-03-02 10", "2026-03-02 2026-04-01 20");
    }

    @Test
    void turnoversAddUpByDayAndByMonthOfPosting() {
        var sheet = new Sheet();
        var turnovers = new Turnovers(sheet, COMPANY);
        turnovers.add("1000", MARCH, MARCH, new BigDecimal("10"));
        turnovers.add("1000", MARCH, MARCH, new BigDecimal("-3"));
        turnovers.add("1000", MARCH.plusDays(1), MARCH.plusDays(1), new BigDecimal("5"));
        turnovers.add("1000", MARCH.plusMonths(1), MARCH.plusMonths(1), new BigDecimal("1"));
        turnovers.add("6000", MARCH.plusMonths(1), MARCH, new BigDecimal("7"));
        turnovers.write();
        assertThat(sheet.written("INSERT INTO accounting.balance_of_day"))
                .extracting(row -> row.get(4) + " " + row.get(0) + " " + row.get(1))
                .containsExactly("2026-03-02 10 3", "2026-03-03 5 0", "2026-04-02 1 0", "2026-04-02 7 0");
        assertThat(sheet.written("INSERT INTO accounting.balance ("))
                .extracting(row -> row.get(4) + " " + row.get(0) + " " + row.get(1))
                .containsExactly("2026-03-01 15 3", "2026-04-01 1 0", "2026-04-01 7 0");
        assertThat(sheet.written("INSERT INTO accounting.late_balance"))
                .extracting(row -> row.get(4) + " " + row.get(5) + " " + row.get(0) + " " + row.get(1))
                .as("posted in another month than that of its value")
                .containsExactly("2026-04-02 2026-03-02 7 0");
    }

    @Test
    void aDraftBalancesOrIsABug() {
        var draft = new JournalDraft("ENTRY", INVOICE, MARCH, 1).line("6000", new BigDecimal("10"), null);
        assertThatThrownBy(draft::lines).isInstanceOf(IllegalStateException.class);
        assertThat(draft.line("1000", new BigDecimal("-10"), null).lines()).hasSize(2);
        assertThat(draft.line("6900", new BigDecimal("0.00"), null).lines())
                .as("nothing is no line")
                .hasSize(2);
    }

    /** Received for 100, charged 98: two are left, which belong to where the supplier's invoice says. */
    @Law(4)
    @Test
    void aReceiptAndTheInvoiceForItMeetInEitherOrder() {
        var received = hold(DELIVERY, "RECEIVED_NOT_INVOICED", "2100", "-100");
        var charged = hold(new Id(301), DELIVERY, "RECEIVED_NOT_INVOICED", "2100", "98");
        var claim = claim(DELIVERY, new Id(301), "5900");
        var invoiceLate = journals(books -> {
            books.clearing().add(received);
            books.clearing().add(charged);
            books.clearing().add(claim);
        });
        var receiptLate = journals(books -> {
            books.clearing().add(charged);
            books.clearing().add(claim);
            books.clearing().add(received);
        });
        assertThat(invoiceLate).isEqualTo(receiptLate).containsExactly("5900 -2 2026-03-05", "2100 2 2026-03-05");
        assertThat(journals(books -> {
                    books.clearing().add(charged);
                    books.clearing().add(claim);
                }))
                .as("what the invoice holds itself is not the other side")
                .isEmpty();
    }

    /** An invoice in parts holds part by part; the last one claims. */
    @Law(4)
    @Test
    void manyHoldUnderAKeyUntilOneClaimsIt() {
        var stored = new Sheet()
                .answering(
                        "FROM accounting.held",
                        new Object[] {DELIVERY, DELIVERY, 0L, "RECEIVED_NOT_INVOICED", "2100", "-100"},
                        new Object[] {DELIVERY, new Id(301), 0L, "RECEIVED_NOT_INVOICED", "2100", "60"});
        assertThat(journals(stored, books -> {
                    books.clearing().add(hold(new Id(302), DELIVERY, "RECEIVED_NOT_INVOICED", "2100", "37"));
                    books.clearing().add(claim(DELIVERY, new Id(302), "5900"));
                }))
                .containsExactly("5900 -3 2026-03-05", "2100 3 2026-03-05");
        assertThatThrownBy(() -> journals(books -> {
                    books.clearing().add(claim(DELIVERY, new Id(302), "5900"));
                    books.clearing().add(hold(new Id(303), DELIVERY, "RECEIVED_NOT_INVOICED", "2100", "1"));
                }))
                .as("held behind the claim")
                .hasMessageContaining("has claimed already");
        var claimed = new Sheet().answering("FROM accounting.claim", new Object[] {
            DELIVERY, "COST", new Id(302), null, "5900", MARCH, 9L, null, null, null, null, null, null
        });
        assertThatThrownBy(() -> journals(claimed, books -> books.clearing()
                        .add(hold(new Id(303), DELIVERY, "RECEIVED_NOT_INVOICED", "2100", "1"))))
                .as("in a later transaction too")
                .hasMessageContaining("has claimed already");
    }

    /** A document's own journal has its id: what else it can have must be another's. */
    @Law(4)
    @Test
    void aMovementHasThreeJournalsOfDifferentIds() {
        var movement = DELIVERY.value();
        assertThat(List.of(movement, JournalIds.clearing(DELIVERY, JournalIds.OWN), JournalIds.second(movement)))
                .doesNotHaveDuplicates();
        assertThat(JournalIds.second(JournalIds.second(movement))).isEqualTo(movement);
    }

    /** Cleared before, or not yet, or held behind the claim: what comes on top goes the same way, by itself. */
    @Law({4, 20})
    @Test
    void whatComesOnTopIsClearedByAJournalOfItsOwn() {
        var more = new Hold(DELIVERY, DELIVERY, 4096, "SHIPPED_NOT_INVOICED", "1450", new BigDecimal("2"));
        var once = List.of("5000 40 2026-03-05", "1450 -40 2026-03-05", "5000 2 2026-03-05", "1450 -2 2026-03-05");
        assertThat(journals(books -> {
                    books.clearing().add(COST);
                    books.clearing().add(more);
                    books.clearing().add(CHARGE);
                }))
                .isEqualTo(once);
        var cleared = new Sheet().answering("FROM accounting.claim", new Object[] {
            DELIVERY,
            "COST",
            INVOICE,
            CUSTOMER.value(),
            "5000",
            MARCH.plusDays(3),
            9L,
            DELIVERY,
            DELIVERY,
            0L,
            "SHIPPED_NOT_INVOICED",
            "1450",
            "40"
        });
        assertThat(journals(cleared, books -> books.clearing().add(more)))
                .containsExactly("5000 2 2026-03-05", "1450 -2 2026-03-05");
        assertThat(JournalIds.clearing(DELIVERY, 4096))
                .isNotEqualTo(JournalIds.clearing(DELIVERY, JournalIds.OWN))
                .isNotEqualTo(JournalIds.clearing(DELIVERY, 8192));
    }

    private static JournalDraft rent(String amount) {
        return new JournalDraft("ENTRY", INVOICE, MARCH, 1)
                .line("6000", new BigDecimal(amount), null)
                .line("1000", new BigDecimal(amount).negate(), null);
    }

    private static Hold hold(Id key, String purpose, String account, String amount) {
        return hold(key, key, purpose, account, amount);
    }

    private static Hold hold(Id document, Id key, String purpose, String account, String amount) {
        return new Hold(key, document, JournalIds.OWN, purpose, account, new BigDecimal(amount));
    }

    private static Claim claim(Id key, Id document, String account) {
        return new Claim(key, "COST", document, CUSTOMER, account, MARCH.plusDays(3), 9);
    }

    private static List<String> journals(Consumer<Books> happening) {
        return journals(new Sheet(), happening);
    }

    /** Account, amount and day of each line. */
    private static List<String> journals(Sheet sheet, Consumer<Books> happening) {
        var books = new Books(sheet, COMPANY, RULES);
        happening.accept(books);
        books.write();
        return sheet.written("INSERT INTO accounting.journal_line").stream()
                .map(row -> row.get(3) + " " + row.get(5) + " " + row.get(4))
                .toList();
    }
}
