package org.stepwise.accounting.internal.openitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stepwise.accounting.internal.Sheet;
import org.stepwise.accounting.posting.Side;
import org.stepwise.data.Id;

/** What is set off against what, without a database: the item named first, then the oldest. */
class AllocationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Id PARTY = new Id(7);

    @Test
    void aPaymentSettlesTheOldestInvoicesFirst() {
        var open = taken(null, item(9, "-70"), owed(1, "50"), owed(2, "30"), owed(3, "10"));
        assertThat(open).isEqualTo(Map.of(1L, "0", 2L, "10", 9L, "0"));
    }

    @Test
    void theInvoiceNamedIsPaidBeforeOlderOnes() {
        var open = taken(new Id(3), item(9, "-30"), owed(1, "50"), owed(2, "30"), owed(3, "10"));
        assertThat(open).isEqualTo(Map.of(1L, "30", 3L, "0", 9L, "0"));
    }

    @Test
    void whatIsPaidTooMuchStaysOpenForTheParty() {
        assertThat(taken(null, item(9, "-70"), owed(1, "50"))).isEqualTo(Map.of(1L, "0", 9L, "-20"));
        assertThat(taken(null, item(9, "-70"))).isEqualTo(Map.of(9L, "-70"));
    }

    @Test
    void onlyWhatIsOwedAndWhatIsCreditSetEachOtherOff() {
        assertThat(item(1, "50").common(item(2, "30"))).isZero();
        assertThat(item(1, "-50").common(item(2, "-30"))).isZero();
        assertThat(item(1, "50").common(item(2, "-30"))).isEqualByComparingTo("30");
        assertThat(item(1, "-50").settle(new BigDecimal("20")).open()).isEqualByComparingTo("-30");
        assertThat(item(1, "50").settle(new BigDecimal("50")).settled()).isTrue();
    }

    /** What we owe a party and what it owes us stay apart, also where the one names the other. */
    @Test
    void theSidesOfAPartyDoNotSetEachOtherOff() {
        var owedToThem = item(5, Side.PAYABLE, new BigDecimal("50"));
        assertThat(owedToThem.common(item(2, "-30"))).isZero();
        var paidToThem = item(9, Side.PAYABLE, new BigDecimal("-70"));
        assertThat(taken(new Id(1), paidToThem, owed(1, "50"))).isEqualTo(Map.of(9L, "-70"));
    }

    private static Item item(long id, String amount) {
        var open = new BigDecimal(amount);
        return item(id, Side.RECEIVABLE, open);
    }

    private static Item item(long id, Side side, BigDecimal open) {
        return new Item(new Id(id), "ITEM", side, "CONTROL", PARTY, DAY, null, open, open, id);
    }

    /** As a query finds it. */
    private static Object[] owed(long id, String amount) {
        return new Object[] {new Id(id), "INVOICE", "RECEIVABLE", "RECEIVABLE", PARTY, DAY, null, amount, amount, id};
    }

    /** What stays open of each item that changed, when one comes to those that are stored, oldest first. */
    private static Map<Long, String> taken(Id named, Item item, Object[]... stored) {
        var sheet = new Sheet().answering("ORDER BY seq", stored);
        if (named != null) {
            sheet.answering(
                    "id IN (?)",
                    Stream.of(stored).filter(row -> row[0].equals(named)).toArray(Object[][]::new));
        }
        var settlement = new Settlement(sheet, new Id(1));
        settlement.take(item, named);
        settlement.write();
        return Stream.of("UPDATE accounting.open_item", "INSERT INTO accounting.open_item")
                .map(sheet::written)
                .flatMap(List::stream)
                .collect(Collectors.toMap(
                        row -> ((Id) row.get(row.size() - 1)).value(),
                        row -> new BigDecimal(row.get(7).toString()).toPlainString(),
                        (before, after) -> after));
    }
}
