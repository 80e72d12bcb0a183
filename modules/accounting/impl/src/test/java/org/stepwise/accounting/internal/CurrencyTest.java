package org.stepwise.accounting.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stepwise.accounting.LedgerService.By;
import org.stepwise.accounting.event.JournalEntered;
import org.stepwise.accounting.internal.chart.Chart;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;

/** Journals by hand and the export in currencies of none, two and three digits, without a database. */
class CurrencyTest {
    private static final Chart.Account RENT = new Chart.Account("6000", "Rent", "EXPENSE", false);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void aJournalByHandHasTheDigitsOfItsCurrency() {
        enter("3.898", "KWD");
        enter("3.89", "EUR");
        enter("3.00", "JPY");
        refused("3.8981", "KWD", "more than 3 decimals");
        refused("3.898", "EUR", "more than 2 decimals");
        refused("3.9", "JPY", "more than 0 decimals");
        refused("0", "JPY", "must not be zero");
    }

    @Test
    void theExportShowsTheDigitsOfItsCurrency() {
        assertThat(export("3.8980", "KWD")).contains("commodity 1000.000 KWD\n").contains("6000 Rent  3.898 KWD\n");
        assertThat(export("3.9000", "EUR")).contains("commodity 1000.00 EUR\n").contains("6000 Rent  3.90 EUR\n");
        assertThat(export("-4.0000", "JPY")).contains("commodity 1000. JPY\n").contains("6000 Rent  -4 JPY\n");
    }

    private static String export(String amount, String currency) {
        var line =
                new LedgerTables.Line(new Id(1), "ENTRY", null, null, DAY, DAY, null, "6000", new BigDecimal(amount));
        return new HledgerJournal(currency, By.POSTING_DATE).write(List.of(RENT), List.of(line));
    }

    private static void enter(String amount, String currency) {
        var debit = new JournalEntered.Line("6000", new BigDecimal(amount), null);
        var credit = new JournalEntered.Line("6000", new BigDecimal(amount).negate(), null);
        var journal = new JournalEntered(new Id(1), "rent", null, List.of(debit, credit));
        ManualJournal.check(journal, currency, account -> Optional.of(RENT));
    }

    private static void refused(String amount, String currency, String why) {
        assertThatThrownBy(() -> enter(amount, currency)).isInstanceOfSatisfying(Rejected.class, refusal -> assertThat(
                        refusal.fields().values())
                .allMatch(told -> told.contains(why))
                .isNotEmpty());
    }
}
