package org.stepwise.crm.event;

import java.math.BigDecimal;
import org.stepwise.data.Id;

/**
 * A line of an order.
 *
 * @param line 1, 2, 3 … within the order
 * @param quantity in the product's base unit
 * @param price net per unit
 * @param discount percent off, 0 to 100
 * @param net quantity × price less discount, an amount of the currency
 * @param tax on the net by the order's day, an amount of the currency; null of orders of old
 */
public record OrderLine(
        int line,
        Id product,
        boolean stocked,
        BigDecimal quantity,
        String unit,
        BigDecimal price,
        BigDecimal discount,
        BigDecimal net,
        String taxCode,
        BigDecimal taxPercent,
        BigDecimal tax) {}
