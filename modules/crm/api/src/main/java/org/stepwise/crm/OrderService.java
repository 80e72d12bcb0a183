package org.stepwise.crm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/** Orders of customers, from draft to done. */
@ProviderType
public interface OrderService {

    /** Writes a draft; prices left out are the list prices of the order's day. */
    Id draft(NewOrder order);

    /** Replaces a draft; {@code version} is the one seen, -1 to skip the check. */
    void change(Id order, long version, NewOrder wanted);

    /**
     * Holds stock for the goods of a draft, all or nothing, replacing what it held before. Refuses with
     * {@code crm.hold.warehouse-is-off} while nobody keeps stock, and as the warehouse refuses what is not there.
     */
    void hold(Id order, long version);

    /** Makes the order binding on a business date (null: today); answers once it is numbered. */
    OrderView confirm(Id order, long version, LocalDate on);

    /**
     * Takes an order that is binding at once, on the order's day: {@link #draft}, with {@code hold} {@link #hold}, and
     * {@link #confirm} in one transaction, refused as these three refuse. Answers once it is numbered.
     */
    OrderView place(NewOrder order, boolean hold);

    /** Gives up what is not delivered yet. */
    OrderView cancel(Id order, long version, String reason, LocalDate on);

    /**
     * Records by hand that everything ordered and not yet delivered (or the quantities given by line) left the house;
     * once all was delivered, what came back leaves again.
     * Refused with {@code crm.delivery.warehouse-is-on} while the warehouse is on: its door is the only one then.
     *
     * @return the delivery
     */
    Id deliver(Id order, long version, List<LineQuantity> quantities, LocalDate on);

    /** Records by hand that goods of a delivery came back; refused like {@link #deliver} while the warehouse is on. */
    Id takeBack(Id delivery, List<LineQuantity> quantities, String reason, LocalDate on);

    OrderView find(Id order);

    /** The confirmed or draft order with this reference. */
    java.util.Optional<OrderView> findByReference(String reference);

    /** An order as it is wanted. {@code orderedOn} null: today. */
    record NewOrder(
            Id customer,
            String reference,
            Id salesperson,
            LocalDate orderedOn,
            LocalDate requiredOn,
            BigDecimal freight,
            List<NewLine> lines) {}

    /** A line as it is wanted; {@code price} null: the list price; {@code discount} in percent, null: none. */
    record NewLine(Id product, BigDecimal quantity, BigDecimal price, BigDecimal discount) {}

    /** A quantity for a line of an order or delivery. */
    record LineQuantity(int line, BigDecimal quantity) {}

    /**
     * An order as it stands.
     *
     * @param status DRAFT, CONFIRMED, DELIVERED or INVOICED (all of it), CANCELLED (before anything was delivered)
     * @param rounding LINE or DOCUMENT; null of orders of old
     * @param cancelled whether what was not delivered is given up; the lines say how much
     */
    record OrderView(
            Id id,
            String number,
            String reference,
            Id customer,
            String customerName,
            Id salesperson,
            String status,
            LocalDate orderedOn,
            LocalDate requiredOn,
            String currency,
            BigDecimal net,
            BigDecimal freight,
            BigDecimal tax,
            BigDecimal total,
            String rounding,
            boolean cancelled,
            long version,
            List<LineView> lines,
            List<DeliveryView> deliveries) {}

    /**
     * A line as it stands.
     *
     * @param returned what of {@code delivered} came back
     * @param givenUp what was ordered and will not be delivered, because the order was cancelled
     */
    record LineView(
            int line,
            Id product,
            String productCode,
            String productName,
            BigDecimal quantity,
            String unit,
            BigDecimal price,
            BigDecimal discount,
            BigDecimal net,
            BigDecimal tax,
            BigDecimal delivered,
            BigDecimal returned,
            BigDecimal invoiced,
            BigDecimal givenUp) {}

    /** A delivery of the order as sales knows it; {@code invoice} null while it is not invoiced. */
    record DeliveryView(Id id, LocalDate on, Id invoice) {}
}
