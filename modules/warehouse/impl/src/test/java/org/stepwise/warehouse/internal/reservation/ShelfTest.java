package org.stepwise.warehouse.internal.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.stepwise.data.Id;

/** Who gets what there is. Orders 1, 2, 3 were confirmed in this order. */
class ShelfTest {
    private static final Id PRODUCT = new Id(100);

    private final DemandsInMemory demands = new DemandsInMemory();
    private final Shelf shelf = new Shelf(Supply.NOTHING, demands);

    private void arrive(int quantity) {
        shelf.arrive(BigDecimal.valueOf(quantity));
    }

    private void confirm(long order, int quantity) {
        shelf.demand(Demand.fresh(new Id(order), 1, PRODUCT, BigDecimal.valueOf(quantity), order));
    }

    private void confirmHeld(long order, int quantity) {
        shelf.demand(Demand.fresh(new Id(order), 1, PRODUCT, BigDecimal.valueOf(quantity), order)
                .withHold());
    }

    private void deliver(long order, int quantity) {
        shelf.deliver(new Id(order), 1, BigDecimal.valueOf(quantity));
    }

    private void assertReserved(long order, int quantity) {
        assertThat(demands.reserved(new Id(order))).isEqualByComparingTo(BigDecimal.valueOf(quantity));
    }

    @Test
    void anOrderReservesWhatIsFreeAndWaitsForTheRest() {
        arrive(5);
        confirm(1, 3);
        confirm(2, 4);

        assertReserved(1, 3);
        assertReserved(2, 2);
        assertThat(demands.get(2).waiting()).isEqualByComparingTo("2");
        assertThat(shelf.free()).isZero();
    }

    @Test
    void anOrderThatHeldStockGoesBeforeThoseConfirmedMeanwhile() {
        arrive(6);
        confirm(1, 2);
        confirm(2, 3);
        confirmHeld(3, 4);

        assertReserved(1, 2);
        assertReserved(2, 0);
        assertReserved(3, 4);
        assertThat(shelf.supply().backordered()).isEqualByComparingTo("3");
    }

    @Test
    void whatWasHeldForOneOrderIsNotTakenForAnotherThatHeldToo() {
        arrive(4);
        confirmHeld(1, 3);
        confirmHeld(2, 3);

        assertReserved(1, 3);
        assertReserved(2, 1);
    }

    @Test
    void goodsThatAreMissingAreMissingFirstToThoseWhoHeldNone() {
        arrive(4);
        confirm(1, 2);
        confirmHeld(2, 2);

        deliver(9, 2);

        assertReserved(1, 0);
        assertReserved(2, 2);
    }

    @Test
    void aReceiptServesTheBackordersOldestFirst() {
        confirm(1, 3);
        confirm(2, 3);

        arrive(4);

        assertReserved(1, 3);
        assertReserved(2, 1);
    }

    @Test
    void aCancelledOrderGivesWhatItHadToThoseWhoWait() {
        arrive(3);
        confirm(1, 3);
        confirm(2, 2);

        shelf.cancel(new Id(1), 1);

        assertReserved(1, 0);
        assertReserved(2, 2);
        assertThat(shelf.free()).isEqualByComparingTo("1");
    }

    @Test
    void anOrderThatWantsAProductTwiceIsCancelledWithBothLines() {
        arrive(3);
        confirm(1, 3);
        shelf.demand(Demand.fresh(new Id(1), 2, PRODUCT, BigDecimal.ONE, 1));
        confirm(2, 2);

        shelf.cancel(new Id(1), 1);
        shelf.cancel(new Id(1), 2);

        assertThat(demands.find(new Id(1), 2)).isEmpty();
        assertReserved(2, 2);
        assertThat(shelf.supply().reserved()).isEqualByComparingTo("2");
        assertThat(shelf.supply().backordered()).isZero();
    }

    @Test
    void aDeliveryTakesItsOwnReservationFirstAndLeavesTheOthersAlone() {
        arrive(5);
        confirm(1, 2);
        confirm(2, 2);

        deliver(1, 2);

        assertReserved(1, 0);
        assertReserved(2, 2);
        assertThat(shelf.free()).isEqualByComparingTo("1");
    }

    @Test
    void whatIsDeliveredOrCancelledIsKeptNoLonger() {
        arrive(5);
        confirm(1, 2);
        confirm(2, 2);
        confirm(3, 2);
        deliver(1, 1);
        assertThat(demands.get(1).waiting()).isZero();

        deliver(1, 1);
        shelf.cancel(new Id(2), 1);

        assertThat(demands.find(new Id(1), 1)).isEmpty();
        assertThat(demands.find(new Id(2), 1)).isEmpty();
        assertReserved(3, 2);
    }

    @Test
    void aDeliveryBeyondItsReservationTakesWhatIsFree() {
        arrive(2);
        confirm(1, 3);
        deliver(1, 2);
        arrive(5);
        confirm(2, 1);

        deliver(1, 1);

        assertReserved(2, 1);
        assertThat(shelf.supply().onHand()).isEqualByComparingTo("4");
        assertThat(shelf.free()).isEqualByComparingTo("3");
    }

    @Test
    void aDeliveryOfReservedGoodsToAnotherTakesThemFromTheYoungest() {
        arrive(4);
        confirm(1, 2);
        confirm(2, 2);
        confirm(3, 2);

        deliver(3, 2);

        assertReserved(1, 2);
        assertReserved(2, 0);
        assertThat(demands.get(2).waiting()).isEqualByComparingTo("2");
        assertThat(shelf.supply().reserved()).isEqualByComparingTo("2");
    }

    @Test
    void whatLeftThoughItWasNotThereIsReservedForNobody() {
        arrive(1);
        confirm(1, 1);
        confirm(2, 3);

        deliver(2, 3);

        assertThat(shelf.supply().onHand()).isEqualByComparingTo("-2");
        assertThat(shelf.supply().reserved()).isZero();
        arrive(3);
        assertReserved(1, 1);
    }

    @Test
    void goodsThatComeBackServeWhoeverWaits() {
        arrive(2);
        confirm(1, 2);
        deliver(1, 2);
        confirm(2, 1);

        arrive(1);

        assertReserved(2, 1);
        assertReserved(1, 0);
    }
}
