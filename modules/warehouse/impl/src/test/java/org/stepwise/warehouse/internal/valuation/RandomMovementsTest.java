package org.stepwise.warehouse.internal.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.warehouse.event.StockValued;

/** What holds for every history of movements, stock that was not there included. */
class RandomMovementsTest {
    private static final Id PRODUCT = new Id(1);

    /** {@code price} null: goods leave. */
    record Step(BigDecimal quantity, BigDecimal price, Method method) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        var quantities = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.000001"), new BigDecimal("50"))
                .ofScale(6);
        var prices = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("99"))
                .ofScale(6)
                .injectNull(0.5);
        var steps = Combinators.combine(quantities, prices, Arbitraries.of(Method.class))
                .as(Step::new);
        return steps.list().ofMaxSize(60);
    }

    @Property(tries = 400)
    void noStockIsWorthNothingAndTheLedgerNeverDrifts(@ForAll("histories") List<Step> history) {
        var value = new ProductValue(ProductValue.Standing.nothing(Method.FIFO), new LayersInMemory());
        var journalled = BigDecimal.ZERO;
        var changes = BigDecimal.ZERO;
        for (int i = 0; i <= history.size(); i++) {
            var step = i < history.size() ? history.get(i) : toNothing(value);
            for (var consequence : move(value, step, i + 1)) {
                journalled = journalled.add(consequence.journalled());
                changes = changes.add(consequence.lines().stream()
                        .map(StockValued.ValuedLine::value)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
            }
            assertThat(changes).isEqualByComparingTo(value.amount());
            assertThat(journalled).isEqualByComparingTo(Amounts.payable(value.amount(), "EUR"));
        }
        assertThat(value.quantity()).isZero();
        assertThat(value.amount()).isZero();
    }

    /** The movement after which nothing is left. */
    private static Step toNothing(ProductValue value) {
        var owed = value.quantity().signum() < 0;
        return new Step(value.quantity().abs(), owed ? new BigDecimal("3.3") : null, Method.FIFO);
    }

    private static List<StockValued> move(ProductValue value, Step step, int number) {
        if (step.quantity().signum() == 0) {
            return List.of();
        }
        value.valueBy(step.method());
        var valued = new Valued("EUR");
        var before = value.amount();
        if (step.price() == null) {
            var cost = value.issue(new Issue(new Id(number), 1, new Id(9), 1), step.quantity());
            valued.line(1, PRODUCT, step.quantity().negate(), before, cost.negate());
        } else {
            var amount = Amounts.document(step.quantity().multiply(step.price()));
            var settled = value.receive(step.quantity(), amount);
            valued.line(1, PRODUCT, step.quantity(), before, amount);
            valued.correction(1, PRODUCT, before.add(amount), settled);
        }
        return valued.of(new Id(number), "TEST", null);
    }
}
