package org.stepwise.warehouse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/** Moves goods. */
@ProviderType
public interface StockService {

    /** Records opening stock. */
    Id open(List<NewReceiptLine> lines, LocalDate on);

    /** Records goods received; {@code supplier} and {@code reference} may be null. */
    Id receive(Id supplier, String reference, List<NewReceiptLine> lines, LocalDate on);

    /** Prepares a delivery of all that the order still wants (a draft: nothing has moved). */
    Id plan(Id order);

    /** Changes the quantities of a planned delivery. */
    void change(Id delivery, long version, List<NewMovementLine> lines);

    /** Removes a planned delivery: a draft that nobody needs any more. */
    void discard(Id delivery, long version);

    /**
     * Posts goods issue of a planned delivery. Refuses with {@code warehouse.stock.not-available} what is not there or
     * is reserved for another. Answers once it is numbered.
     */
    void post(Id delivery, long version, LocalDate on);

    /** Plans and posts in one: all that the order still wants. */
    Id deliver(Id order, LocalDate on);

    /** Takes back goods of a delivery; quantities by order line. */
    Id takeBack(Id delivery, List<NewMovementLine> lines, String reason, LocalDate on);

    /**
     * Sets how stock is valued from a day on, or replaces the method of that day. Refuses with {@code
     * warehouse.valuation.behind} once the log has the end of that day or a later one, or a movement of goods on that
     * day or later.
     */
    void setValuation(String method, LocalDate validFrom);

    /** Withdraws the method that begins on a day; refuses as {@link #setValuation} does, and where none begins then. */
    void withdrawValuation(LocalDate validFrom);

    /** Goods as they come in. */
    record NewReceiptLine(Id product, BigDecimal quantity, BigDecimal unitCost) {}

    /** Goods of one order line. */
    record NewMovementLine(int orderLine, BigDecimal quantity) {}
}
