package org.stepwise.warehouse.internal.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.stepwise.data.Id;

/** A document of the warehouse as its form shows it; {@code amount} is what it did to the value of stock. */
record DocumentView(
        Id id,
        String number,
        String status,
        Id party,
        String partyName,
        Id order,
        String orderNumber,
        Id delivery,
        String deliveryNumber,
        String reference,
        String reason,
        LocalDate on,
        BigDecimal amount,
        long version,
        List<LineView> lines) {

    /** A line; {@code returned} is what of a delivery came back. */
    record LineView(
            int line,
            Integer orderLine,
            Id product,
            String productCode,
            String productName,
            BigDecimal quantity,
            BigDecimal unitCost,
            BigDecimal returned,
            BigDecimal amount) {}
}
