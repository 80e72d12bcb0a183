package org.stepwise.crm.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Numbered;

/**
 * The customer owes {@code total}. Covers whole deliveries of one order.
 *
 * @param deliveries the deliveries it charges, each wholly
 * @param net sum of the lines' net, {@code tax} of their tax: four decimals
 * @param total net + tax rounded to the currency's minor unit: what is payable
 */
@EventType("crm.invoice-issued")
public record InvoiceIssued(
        Id invoice,
        Id order,
        Id customer,
        List<Id> deliveries,
        LocalDate issuedOn,
        LocalDate dueOn,
        String currency,
        List<InvoiceLine> lines,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal total)
        implements Fact, Numbered {
    @Override
    public String series() {
        return "INV";
    }

    @Override
    public Id document() {
        return invoice;
    }
}
