package org.stepwise.crm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;
import org.stepwise.input.Bounds;
import org.stepwise.input.Reasoned;
import org.stepwise.input.field.Amount;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Must;
import org.stepwise.input.field.OnCreate;
import org.stepwise.input.field.Percent;
import org.stepwise.input.field.Price;
import org.stepwise.input.field.Quantity;
import org.stepwise.input.field.Ref;

/**
 * Orders of customers, from draft to done. Refuses with {@code crm.input.invalid}, all at once, what its records do not
 * allow.
 */
@ProviderType
public interface OrderService {

    /**
     * Writes a draft; prices left out are the list prices of the order's day. With {@code hold} it is {@link #hold}
     * too, in one transaction.
     */
    Id draft(NewOrder order);

    /** What an order is wanted to be by now: where a change of it begins. */
    NewOrder wanted(Id order);

    /** Replaces a draft; {@code version} is the one seen, -1 to skip the check. What stays is not checked again. */
    void change(Id order, long version, NewOrder wanted);

    /**
     * Holds stock for the goods of a draft, all or nothing, replacing what it held before. Refuses with
     * {@code crm.hold.warehouse-is-off} while nobody keeps stock, and as the warehouse refuses what is not there.
     */
    void hold(Id order, long version);

    /** Makes the order binding on a business date (null: today); answers once it is numbered. */
    OrderView confirm(Id order, long version, LocalDate on);

    /**
     * Takes an order that is binding at once, on the order's day: {@link #draft} and {@link #confirm} in one
     * transaction, refused as they refuse. Answers once it is numbered.
     */
    OrderView place(NewOrder order);

    /** Gives up what is not delivered yet. */
    OrderView cancel(Id order, long version, Reasoned why);

    /**
     * Records by hand that goods left the house.
     * Refused with {@code crm.delivery.warehouse-is-on} while the warehouse is on: its door is the only one then.
     *
     * @return the delivery
     */
    Id deliver(Id order, long version, HandDelivery goods);

    /** Records by hand that goods of a delivery came back; refused like {@link #deliver} while the warehouse is on. */
    Id takeBack(Id delivery, HandReturn goods);

    OrderView find(Id order);

    /** The confirmed or draft order with this reference. */
    java.util.Optional<OrderView> findByReference(String reference);

    /**
     * An order as it is wanted.
     *
     * @param orderedOn null: today
     * @param hold whether stock is held for it when it is written
     * @param confirm whether whoever fills it in wants it binding at once: then it is to be placed, not drafted
     */
    record NewOrder(
            @Must @Ref("masterdata.parties") Id customer,
            @Max(Bounds.REFERENCE) String reference,
            @Ref("masterdata.parties") Id salesperson,
            LocalDate orderedOn,
            LocalDate requiredOn,
            @Amount(signed = false) BigDecimal freight,
            @OnCreate boolean hold,
            @OnCreate boolean confirm,
            List<NewLine> lines) {

        public NewOrder(
                Id customer,
                String reference,
                Id salesperson,
                LocalDate orderedOn,
                LocalDate requiredOn,
                BigDecimal freight,
                List<NewLine> lines) {
            this(customer, reference, salesperson, orderedOn, requiredOn, freight, false, false, lines);
        }

        /** The same, with stock held for it. */
        public NewOrder held() {
            return new NewOrder(customer, reference, salesperson, orderedOn, requiredOn, freight, true, confirm, lines);
        }
    }

    /** A line as it is wanted; {@code price} null: the list price; {@code discount} in percent, null: none. */
    record NewLine(
            @Must @Ref("masterdata.products") Id product,
            @Must @Quantity BigDecimal quantity,
            @Price BigDecimal price,
            @Percent BigDecimal discount) {}

    /** A quantity for a line of an order or delivery. */
    record LineQuantity(@Must int line, @Must @Quantity BigDecimal quantity) {}

    /**
     * What left the house; no lines: everything ordered and not yet delivered, and once all was delivered what came
     * back.
     */
    record HandDelivery(List<LineQuantity> lines, LocalDate on) {}

    /** What of a delivery came back; no lines: all that the customer still has. */
    record HandReturn(List<LineQuantity> lines, @Max(Bounds.REASON) String reason, LocalDate on) {}

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
