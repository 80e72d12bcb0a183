package org.stepwise.crm.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Numbered;

/**
 * The order binds us: stock may be reserved and invoices written from its business date on.
 *
 * @param reference the customer's or an earlier system's number, or null
 * @param salesperson the employee, or null
 * @param requiredOn when the customer wants it, or null
 * @param freight charged with the first invoice, net, taxed like nothing else: free of tax
 * @param held whether stock was held for all of it: it goes before orders that held nothing
 * @param rounding of all its documents: {@code LINE} or {@code DOCUMENT}, see {@code Rounding}; null of orders of old,
 *     whose lines keep four decimals
 */
@EventType("crm.order-confirmed")
public record OrderConfirmed(
        Id order,
        String reference,
        Id customer,
        Id salesperson,
        LocalDate orderedOn,
        LocalDate requiredOn,
        String currency,
        BigDecimal freight,
        List<OrderLine> lines,
        boolean held,
        String rounding)
        implements Fact, Numbered {
    /** The same, with its stock held. */
    public OrderConfirmed withHold() {
        return new OrderConfirmed(
                order,
                reference,
                customer,
                salesperson,
                orderedOn,
                requiredOn,
                currency,
                freight,
                lines,
                true,
                rounding);
    }

    @Override
    public String series() {
        return "SO";
    }

    @Override
    public Id document() {
        return order;
    }
}
