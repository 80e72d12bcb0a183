package org.stepwise.crm.internal.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwise.data.Id;

/** Amounts of documents by line, by document and as they were of old, in currencies of none, two and three digits. */
class ReckoningTest {
    private static final BigDecimal NONE = BigDecimal.ZERO;

    @Test
    void byLineNetAndTaxOfEachLineAreAmountsOfTheCurrency() {
        var lines = Reckoning.of("LINE", "EUR").lines();
        isAmount(lines.add(exact("1", "46.07", "20"), new BigDecimal("8.5")), "36.86", "3.13");
        isAmount(lines.add(exact("1", "9.21", "0"), new BigDecimal("8.5")), "9.21", "0.78");
    }

    @Test
    void byDocumentTheLinesShareWhatTheirTaxRateComesTo() {
        var lines = Reckoning.of("DOCUMENT", "EUR").lines();
        isAmount(lines.add(exact("1", "46.07", "20"), new BigDecimal("8.5")), "36.86", "3.13");
        isAmount(lines.add(exact("1", "9.21", "0"), new BigDecimal("8.50")), "9.21", "0.79");
        isAmount(lines.add(exact("1", "0.005", "0"), NONE), "0.01", "0.00");
        isAmount(lines.add(exact("1", "0.005", "0"), NONE), "0.00", "0.00");
    }

    @Test
    void byDocumentFourLinesAreTaxedTogether() {
        assertThat(tax("DOCUMENT")).isEqualByComparingTo("55.83");
        assertThat(tax("LINE")).isEqualByComparingTo("55.84");
    }

    private static BigDecimal tax(String rounding) {
        var lines = Reckoning.of(rounding, "EUR").lines();
        return List.of("68.33", "68.33", "57.50", "85.00").stream()
                .map(net -> lines.add(new BigDecimal(net), new BigDecimal("20")).tax())
                .reduce(NONE, BigDecimal::add);
    }

    @Test
    void ordersOfOldKeepFourDecimalsWhateverTheCurrency() {
        var lines = Reckoning.of(null, "JPY").lines();
        isAmount(lines.add(exact("3", "0.333335", "15"), new BigDecimal("19")), "0.8500", "0.1615");
    }

    @Test
    void aCurrencyHasItsOwnDigits() {
        isAmount(Reckoning.of("LINE", "JPY").lines().add(exact("3", "33.5", "0"), new BigDecimal("10")), "101", "10");
        isAmount(
                Reckoning.of("LINE", "KWD").lines().add(exact("1", "3.8985", "0"), new BigDecimal("5")),
                "3.899",
                "0.195");
    }

    @Test
    void partsTakeWhatIsLeftSoThatTheyAreTheWhole() {
        assertThat(parts("1.01", 3)).containsExactly(amount("0.34"), amount("0.33"), amount("0.34"));
        assertThat(parts("0.01", 3)).containsExactly(amount("0.00"), amount("0.01"), amount("0.00"));
    }

    private static List<BigDecimal> parts(String whole, int quantity) {
        var reckoning = Reckoning.of("LINE", "EUR");
        var parts = new ArrayList<BigDecimal>();
        var earlier = NONE;
        for (int soFar = 1; soFar <= quantity; soFar++) {
            var part = reckoning.part(
                    new BigDecimal(whole), BigDecimal.valueOf(quantity), BigDecimal.valueOf(soFar), earlier);
            parts.add(part);
            earlier = earlier.add(part);
        }
        return parts;
    }

    @Test
    void aPartIsNeverLessThanNothing() {
        var part = Reckoning.of("LINE", "EUR")
                .part(amount("1.00"), new BigDecimal("1000"), new BigDecimal("4"), amount("0.01"));
        assertThat(part).isEqualByComparingTo("0");
    }

    @Test
    void whatWasCreditedCanBeChargedAgain() {
        var one = new Id(1);
        var other = new Id(2);
        var bills = List.of(
                new Charged.Bill(one, sum(1, "19", "10", "100.00", "19.00"), sum(1, "19", "4", "40.00", "7.60")),
                new Charged.Bill(other, sum(1, "20", "3", "1.01", "0.20"), sum(1, "20", "0", "0", "0")),
                new Charged.Bill(other, sum(2, "19", "1", "7", "1"), sum(2, "19", "0", "0", "0")));
        var pending = Map.of(new Charged.Key(other, 1), new BigDecimal("1"));
        var charged = Charged.of(bills, pending, Reckoning.of("LINE", "EUR"));
        assertThat(charged.of(1).quantity()).isEqualByComparingTo("8");
        assertThat(charged.of(1).net()).isEqualByComparingTo("60.67");
        assertThat(charged.of(1, new BigDecimal("19.0000")).tax()).isEqualByComparingTo("11.40");
        assertThat(charged.of(1, new BigDecimal("20")).tax()).isEqualByComparingTo("0.13");
        assertThat(charged.of(3).quantity()).isEqualByComparingTo("0");
        assertThat(charged.total()).isEqualByComparingTo("80.20");
    }

    private static Charged.Of sum(int line, String percent, String quantity, String net, String tax) {
        return new Charged.Of(
                line, new BigDecimal(percent), new BigDecimal(quantity), new BigDecimal(net), new BigDecimal(tax));
    }

    private static void isAmount(Reckoning.Amount amount, String net, String tax) {
        assertThat(amount).isEqualTo(new Reckoning.Amount(new BigDecimal(net), new BigDecimal(tax)));
    }

    private static BigDecimal exact(String quantity, String price, String discount) {
        return Reckoning.exact(new BigDecimal(quantity), new BigDecimal(price), new BigDecimal(discount));
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }
}
