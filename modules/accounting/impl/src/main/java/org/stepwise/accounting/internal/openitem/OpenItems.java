package org.stepwise.accounting.internal.openitem;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.event.PaymentReceived;
import org.stepwise.crm.event.CreditNoteIssued;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.log.Conclusions;
import org.stepwise.log.Entry;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;

/**
 * What each customer owes, in log order: a payment or credit settles the invoice it names, what is left the party's
 * oldest open invoices, and what is left then waits for the next invoice.
 */
@Component(service = Reaction.class)
public final class OpenItems implements Reaction {
    private final Transactions transactions;
    private final Sql sql;

    @Activate
    public OpenItems(@Reference Transactions transactions, @Reference Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    @Override
    public String module() {
        return "accounting";
    }

    @Override
    public String name() {
        return "accounting.open-items";
    }

    @Override
    public void define(Handlers on) {
        on.react(InvoiceIssued.class, fact -> List.of(fact.customer()), this::invoice)
                .react(CreditNoteIssued.class, fact -> List.of(fact.customer()), this::creditNote)
                .react(PaymentReceived.class, fact -> List.of(fact.party()), this::payment);
    }

    private void invoice(Entry<InvoiceIssued> entry, Conclusions conclude) {
        var fact = entry.event();
        var item = new Item(
                fact.invoice(),
                "INVOICE",
                fact.customer(),
                fact.issuedOn(),
                fact.dueOn(),
                fact.total(),
                fact.total(),
                entry.position());
        receivables(entry.company()).take(item, null);
    }

    private void creditNote(Entry<CreditNoteIssued> entry, Conclusions conclude) {
        var fact = entry.event();
        var credit = fact.total().negate();
        var item = new Item(
                fact.creditNote(),
                "CREDIT_NOTE",
                fact.customer(),
                fact.issuedOn(),
                null,
                credit,
                credit,
                entry.position());
        receivables(entry.company()).take(item, fact.invoice());
    }

    private void payment(Entry<PaymentReceived> entry, Conclusions conclude) {
        var fact = entry.event();
        var paid = fact.amount().negate();
        var item = new Item(fact.payment(), "PAYMENT", fact.party(), entry.on(), null, paid, paid, entry.position());
        receivables(entry.company()).take(item, fact.invoice());
    }

    private Receivables receivables(Id company) {
        return transactions.pending(new Key(company), () -> new Receivables(sql, company));
    }

    private record Key(Id company) {}
}
