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
    private static final Sale.Cost COST = new Sale.Cost(DELIVERY, MARCH, new BigDecimal("-40"));
    private static final Sale.Charge CHARGE = new Sale.Charge(DELIVERY, INVOICE, CUSTOMER, MARCH.plusDays(3), 9);

    @Law(4)
    @Test
    void costAndInvoiceMeetInEitherOrderAndPostTheSame() {
        var costFirst = journals(books -> {
            books.sales().add(COST);
            books.sales().add(CHARGE);
        });
        var chargeFirst = journals(books -> {
            books.sales().add(CHARGE);
            books.sales().add(COST);
        });
        assertThat(costFirst).isEqualTo(chargeFirst).containsExactly("5000 40 2026-03-05", "1450 -40 2026-03-05");
    }

    @Law(4)
    @Test
    void theSecondOfTheTwoPostsWhatTheFirstHasLeft() {
        var stored = new Sheet().answering("FROM accounting.cost_of_movement", new Object[] {DELIVERY, MARCH, "-40"});
        assertThat(journals(stored, books -> books.sales().add(CHARGE)))
                .containsExactly("5000 40 2026-03-05", "1450 -40 2026-03-05");
        var waiting = new Sheet().answering("FROM accounting.charge_of_movement", new Object[] {
            DELIVERY, INVOICE, CUSTOMER, MARCH.plusDays(3), 9L
        });
        assertThat(journals(waiting, books -> books.sales().add(COST)))
                .containsExactly("5000 40 2026-03-05", "1450 -40 2026-03-05");
    }

    @Test
    void aCostOrAnInvoiceAlonePostsNothing() {
        assertThat(journals(books -> books.sales().add(COST))).isEmpty();
        assertThat(journals(books -> books.sales().add(CHARGE))).isEmpty();
    }

    @Law(15)
    @Test
    void aReturnThatIsCreditedTakesTheCostBack() {
        var back = new Sale.Cost(DELIVERY, MARCH, new BigDecimal("40"));
        assertThat(journals(books -> {
                    books.sales().add(back);
                    books.sales().add(CHARGE);
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
        var draft = new JournalDraft("ENTRY", INVOICE, MARCH, 1).debit("6000", new BigDecimal("10"));
        assertThatThrownBy(draft::lines).isInstanceOf(IllegalStateException.class);
        assertThat(draft.credit("1000", draft.residue()).lines()).hasSize(2);
        assertThat(draft.debit("6900", new BigDecimal("0.00")).lines())
                .as("nothing is no line")
                .hasSize(2);
    }

    /** A document's own journal has its id: what else it can have must be another's. */
    @Law(4)
    @Test
    void aMovementHasThreeJournalsOfDifferentIds() {
        var movement = DELIVERY.value();
        assertThat(List.of(movement, JournalIds.cost(movement), JournalIds.correction(movement)))
                .doesNotHaveDuplicates();
        assertThat(JournalIds.correction(JournalIds.correction(movement))).isEqualTo(movement);
    }

    private static JournalDraft rent(String amount) {
        return new JournalDraft("ENTRY", INVOICE, MARCH, 1)
                .debit("6000", new BigDecimal(amount))
                .credit("1000", new BigDecimal(amount));
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
