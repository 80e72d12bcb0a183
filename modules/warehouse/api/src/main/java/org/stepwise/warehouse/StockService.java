package org.stepwise.warehouse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;
import org.stepwise.input.Bounds;
import org.stepwise.input.Reasoned;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Must;
import org.stepwise.input.field.OneOf;
import org.stepwise.input.field.Price;
import org.stepwise.input.field.Quantity;
import org.stepwise.input.field.Ref;

/** Moves goods. Refuses with {@code warehouse.input.invalid}, all at once, what its records do not allow. */
@ProviderType
public interface StockService {

    /** Records opening stock. */
    Id open(NewOpening opening);

    /** Records goods received. */
    Id receive(NewReceipt receipt);

    /** Prepares a delivery (a draft: nothing has moved). */
    Id plan(NewDelivery wanted);

    /** Changes the quantities of a planned delivery. */
    void change(Id delivery, long version, Picked picked);

    /** Removes a planned delivery: a draft that nobody needs any more. */
    void discard(Id delivery, long version);

    /**
     * Posts goods issue of a planned delivery. Refuses with {@code warehouse.stock.not-available} what is not there or
     * is reserved for another. Answers once it is numbered.
     */
    void post(Id delivery, long version, LocalDate on);

    /** Plans and posts in one: all that the order still wants. */
    Id deliver(Id order, LocalDate on);

    /** Takes back goods of a delivery. */
    Id takeBack(NewReturn wanted);

    /** Takes back all of a delivery that is still with the customer. */
    Id takeBackAll(Id delivery, Reasoned why);

    /**
     * Sets how stock is valued from a day on, or replaces the method of that day. Refuses with {@code
     * warehouse.valuation.behind} once the log has the end of that day or a later one, or a movement of goods on that
     * day or later.
     *
     * @return the setting
     */
    Id setValuation(NewValuation wanted);

    /** Withdraws the method that begins on a day; refuses as {@link #setValuation} does, and where none begins then. */
    void withdrawValuation(LocalDate validFrom);

    /** What there was on a day; {@code on} null: today. */
    record NewOpening(LocalDate on, @Must List<NewReceiptLine> lines) {}

    /** What came in; {@code party} and {@code reference}, the supplier and his delivery note, may be null. */
    record NewReceipt(
            @Ref("masterdata.parties") Id party,
            @Max(Bounds.REFERENCE) String reference,
            LocalDate on,
            @Must List<NewReceiptLine> lines) {}

    /** Goods as they come in. */
    record NewReceiptLine(
            @Must @Ref(value = "masterdata.products", ended = true) Id product,
            @Must @Quantity BigDecimal quantity,
            @Must @Price BigDecimal unitCost) {}

    /** A delivery for an order; no lines: all that it still wants. */
    record NewDelivery(@Must @Ref("crm.orders") Id order, List<NewMovementLine> lines) {
        public static NewDelivery of(Id order) {
            return new NewDelivery(order, List.of());
        }
    }

    /** What of a planned delivery shall leave. */
    record Picked(@Must List<NewMovementLine> lines) {}

    /** What of a delivery comes back. */
    record NewReturn(
            @Must @Ref("warehouse.deliveries") Id delivery,
            @Max(Bounds.REASON) String reason,
            LocalDate on,
            @Must List<NewMovementLine> lines) {}

    /** Goods of one order line; a line with none of them moves nothing. */
    record NewMovementLine(@Must int orderLine, @Must @Quantity(orNone = true) BigDecimal quantity) {}

    /** How stock is valued from a day on. */
    record NewValuation(@Must @OneOf({"FIFO", "AVERAGE"}) String method, @Must LocalDate validFrom) {}
}
