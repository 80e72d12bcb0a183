package org.stepwise.warehouse.internal.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.stepwise.data.Id;

/** What holds for every history: never more reserved than there is, and nothing free while somebody waits. */
class RandomReservationsTest {
    private static final Id PRODUCT = new Id(100);
    private static final List<Integer> LINES = List.of(1, 2);

    enum Act {
        ARRIVE,
        CONFIRM,
        CONFIRM_HELD,
        CANCEL,
        DELIVER
    }

    record Step(Act act, int quantity, int order) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.of(Act.class),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(0, 7))
                .as(Step::new)
                .list()
                .ofMaxSize(80);
    }

    @Property(tries = 400)
    void reservedNeverExceedsWhatThereIs(@ForAll("histories") List<Step> history) {
        var demands = new DemandsInMemory();
        var shelf = new Shelf(Supply.NOTHING, demands);
        var orders = new ArrayList<Id>();
        for (var step : history) {
            act(shelf, demands, orders, step);
            var sum = orders.stream().map(demands::reserved).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(shelf.supply().reserved()).isEqualByComparingTo(sum);
            assertThat(sum).isLessThanOrEqualTo(shelf.supply().onHand().max(BigDecimal.ZERO));
            assertThat(shelf.free().signum() == 0 || demands.oldestWaiting().isEmpty())
                    .isTrue();
        }
    }

    private static void act(Shelf shelf, DemandsInMemory demands, List<Id> orders, Step step) {
        var quantity = BigDecimal.valueOf(step.quantity());
        var order = orders.isEmpty() ? null : orders.get(step.order() % orders.size());
        switch (step.act()) {
            case ARRIVE -> shelf.arrive(quantity);
            case CONFIRM -> fresh(orders, step).forEach(shelf::demand);
            case CONFIRM_HELD -> fresh(orders, step).map(Demand::withHold).forEach(shelf::demand);
            case CANCEL -> {
                if (order != null) {
                    LINES.forEach(line -> shelf.cancel(order, line));
                }
            }
            case DELIVER -> {
                if (order != null) {
                    shelf.deliver(order, LINES.get(step.quantity() % LINES.size()), quantity);
                }
            }
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    /** Some orders want the product twice. */
    private static Stream<Demand> fresh(List<Id> orders, Step step) {
        var order = new Id(orders.size() + 1);
        orders.add(order);
        return LINES.stream().limit(1 + step.order() % LINES.size()).map(line -> {
            var quantity = BigDecimal.valueOf(step.quantity());
            return Demand.fresh(order, line, PRODUCT, quantity, order.value());
        });
    }
}
