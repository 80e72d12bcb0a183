package org.stepwise.warehouse.internal.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
            case CONFIRM -> shelf.demand(fresh(orders, quantity));
            case CONFIRM_HELD -> shelf.demand(fresh(orders, quantity).withHold());
            case CANCEL -> {
                if (order != null) {
                    shelf.cancel(order, 1);
                }
            }
            case DELIVER -> {
                if (order != null) {
                    shelf.deliver(order, 1, quantity);
                }
            }
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    private static Demand fresh(List<Id> orders, BigDecimal quantity) {
        var order = new Id(orders.size() + 1);
        orders.add(order);
        return Demand.fresh(order, 1, PRODUCT, quantity, order.value());
    }
}
