package org.stepwise.warehouse.internal.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepwise.data.Id;
import org.stepwise.warehouse.internal.valuation.ProductValue.Settled;

class ProductValueTest {
    private static final Id ORDER = new Id(7);

    private final LayersInMemory layers = new LayersInMemory();
    private int deliveries;

    private ProductValue stock(Method method) {
        return new ProductValue(ProductValue.Standing.nothing(method), layers);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static List<Settled> receive(ProductValue value, String quantity, String unitCost) {
        return value.receive(
                number(quantity), number(quantity).multiply(number(unitCost)).setScale(4));
    }

    private BigDecimal issue(ProductValue value, String quantity) {
        deliveries++;
        return value.issue(new Issue(new Id(deliveries), 1, ORDER, 1), number(quantity));
    }

    static Stream<String> cases() throws IOException {
        var file = ProductValueTest.class.getResourceAsStream("/valuation-cases.txt");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void publishedCasesComeOutFigureForFigure(String text) {
        var words = List.of(text.split(" "));
        var value = stock(Method.valueOf(words.get(1)));
        words.stream().skip(2).forEach(step -> check(value, step));
    }

    private void check(ProductValue value, String step) {
        var parts = step.substring(1).split("[@=]");
        switch (step.charAt(0)) {
            case '+' -> receive(value, parts[0], parts[1]);
            case '-' -> assertThat(issue(value, parts[0])).isEqualByComparingTo(parts[1]);
            case '~' ->
                assertThat(value.amount().divide(value.quantity(), 4, RoundingMode.HALF_UP))
                        .isEqualByComparingTo(parts[0]);
            case '#' ->
                assertThat(layers.all().values()).anySatisfy(layer -> {
                    assertThat(layer.quantity()).isEqualByComparingTo(parts[0]);
                    assertThat(layer.amount())
                            .isEqualByComparingTo(number(parts[0]).multiply(number(parts[1])));
                });
            case '!' -> {
                assertThat(value.quantity()).isEqualByComparingTo(parts[0]);
                assertThat(value.amount()).isEqualByComparingTo(parts[1]);
            }
            default -> throw new IllegalArgumentException(step);
        }
    }

    @Test
    void receiptsAtAnotherPriceStayApart() {
        var value = stock(Method.FIFO);
        receive(value, "1", "10");
        receive(value, "1", "11");

        assertThat(layers.all()).hasSize(2);
    }

    @Test
    void theLastPieceTakesTheRestOfTheValue() {
        var value = stock(Method.FIFO);
        value.receive(number("3"), number("10.0000"));

        assertThat(issue(value, "1")).isEqualByComparingTo("3.3333");
        assertThat(issue(value, "1")).isEqualByComparingTo("3.3334");
        assertThat(issue(value, "1")).isEqualByComparingTo("3.3333");
        assertThat(value.amount()).isZero();
        assertThat(layers.all()).isEmpty();
    }

    @Test
    void goodsThatLeaveBeforeTheyAreKnownAreChargedAtTheLastCostAndCorrectedByTheReceipt() {
        var value = stock(Method.FIFO);
        receive(value, "2", "10");

        assertThat(issue(value, "5")).isEqualByComparingTo("50");
        assertThat(value.quantity()).isEqualByComparingTo("-3");
        assertThat(value.amount()).isEqualByComparingTo("-30");

        var settled = receive(value, "3", "12");

        assertThat(settled).singleElement().satisfies(one -> {
            assertThat(one.issue().delivery()).isEqualTo(new Id(1));
            assertThat(one.amount()).isEqualByComparingTo("-6");
        });
        assertThat(value.quantity()).isZero();
        assertThat(value.amount()).isZero();
    }

    @Test
    void goodsNeverBoughtBeforeLeaveForNothing() {
        var value = stock(Method.AVERAGE);

        assertThat(issue(value, "4")).isZero();

        receive(value, "10", "5");
        assertThat(value.quantity()).isEqualByComparingTo("6");
        assertThat(value.amount()).isEqualByComparingTo("30");
    }

    @Test
    void aPartOfAReceiptSettlesWhatIsOwedAndTheRestIsStock() {
        var value = stock(Method.FIFO);
        receive(value, "1", "10");
        issue(value, "2");

        var settled = receive(value, "4", "15");

        assertThat(settled)
                .extracting(Settled::amount)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(number("-5"));
        assertThat(value.quantity()).isEqualByComparingTo("3");
        assertThat(value.amount()).isEqualByComparingTo("45");
    }

    @Test
    void toTheAverageAllLayersBecomeOneAndBackItIsTheOldest() {
        var value = stock(Method.FIFO);
        receive(value, "1", "10");
        receive(value, "1", "20");

        value.valueBy(Method.AVERAGE);
        assertThat(layers.all()).hasSize(1);
        assertThat(value.amount()).isEqualByComparingTo("30");

        value.valueBy(Method.FIFO);
        receive(value, "1", "40");
        assertThat(issue(value, "2")).isEqualByComparingTo("30");
        assertThat(value.amount()).isEqualByComparingTo("40");
    }

    @Test
    void whatComesBackHasTheCostItLeftWithToTheLastPart() {
        var cost = new DeliveredCost(number("3"), number("10.0000"));

        var first = cost.of(number("1"));
        var left = cost.plus(number("-1"), first.negate());
        var second = left.of(number("1"));
        var third = left.plus(number("-1"), second.negate()).of(number("1"));

        assertThat(first.add(second).add(third)).isEqualByComparingTo("10");
        assertThat(third).isEqualByComparingTo("3.3333");
    }
}
