package org.stepwise.crm.internal.invoice;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.event.PaymentReceived;
import org.stepwise.crm.event.CreditNoteIssued;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.data.Amounts;
import org.stepwise.log.Entry;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;

/**
 * A payment settles the invoice it names, and what is left the party's oldest open invoices; what is left then waits
 * for the next one. A credit note does the same, and is open until it is used. All in log order, because the order
 * decides, and as the books do it.
 */
@Component(service = Reaction.class)
public final class SettleInvoicesWhenPaid implements Reaction {
    private final Settlements settlements;

    @Activate
    public SettleInvoicesWhenPaid(@Reference Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    public String module() {
        return SalesVerbs.MODULE;
    }

    @Override
    public String name() {
        return "crm.payments";
    }

    @Override
    public void define(Handlers on) {
        on.react(InvoiceIssued.class, fact -> List.of(fact.customer()), (entry, conclude) -> issued(entry));
        on.react(CreditNoteIssued.class, fact -> List.of(fact.customer()), (entry, conclude) -> credited(entry));
        on.react(PaymentReceived.class, fact -> List.of(fact.party()), (entry, conclude) -> paid(entry));
    }

    private void issued(Entry<InvoiceIssued> entry) {
        var fact = entry.event();
        var owed = Settlement.owed(fact.customer(), entry.position(), Amounts.document(fact.total()));
        settlements.of(entry.company()).owe(fact.invoice(), owed);
    }

    private void credited(Entry<CreditNoteIssued> entry) {
        var fact = entry.event();
        var credit = Settlement.credit(fact.customer(), entry.position(), Amounts.document(fact.total()));
        settlements.of(entry.company()).credit(fact.creditNote(), credit, fact.invoice());
    }

    private void paid(Entry<PaymentReceived> entry) {
        var fact = entry.event();
        var paid = Settlement.credit(fact.party(), entry.position(), Amounts.document(fact.amount()));
        settlements.of(entry.company()).pay(fact.payment(), paid, fact.invoice());
    }
}
