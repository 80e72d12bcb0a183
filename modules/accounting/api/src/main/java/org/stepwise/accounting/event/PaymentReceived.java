package org.stepwise.accounting.event;

import java.math.BigDecimal;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/**
 * A customer paid. Doors: accounting; sales (an invoice ticked as paid) while accounting is off.
 *
 * @param invoice what it pays; null: the party's oldest open items first
 * @param amount positive, in the minor unit of the currency
 */
@EventType(value = "accounting.payment-received", doors = "crm")
public record PaymentReceived(Id payment, Id party, Id invoice, BigDecimal amount, String currency, String reference)
        implements Fact {}
