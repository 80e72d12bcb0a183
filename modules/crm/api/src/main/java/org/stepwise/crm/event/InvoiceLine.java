package org.stepwise.crm.event;

import java.math.BigDecimal;
import org.stepwise.data.Id;

/**
 * A line of an invoice or credit note.
 *
 * @param kind {@code GOODS}, {@code SERVICE} or {@code FREIGHT}
 * @param product null for freight
 * @param net what of the order's line is charged, or of the invoice's credited; like {@code tax} an amount of the
 *     currency, four decimals where the document has no rounding
 */
public record InvoiceLine(
        int line,
        String kind,
        Id product,
        int orderLine,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal discount,
        BigDecimal net,
        String taxCode,
        BigDecimal taxPercent,
        BigDecimal tax) {}
