package org.stepwise.accounting.internal.openitem;

import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.event.PaymentReceived;
import org.stepwise.crm.event.CreditNoteIssued;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.data.Id;
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
    private final EntityManagerFactory unit;

    @Activate
    public OpenItems(
            @Reference Transactions transactions,
            @Reference(target = "(osgi.unit.name=accounting)") EntityManagerFactory unit) {
        this.transactions = transactions;
        this.unit = unit;
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
        take(
                new Item(
                                entry.company().value(),
                                fact.customer().value(),
                                fact.invoice().value(),
                                "INVOICE",
                                fact.total())
                        .on(fact.issuedOn(), fact.dueOn(), entry.position()),
                null);
    }

    private void creditNote(Entry<CreditNoteIssued> entry, Conclusions conclude) {
        var fact = entry.event();
        var credit = fact.total().negate();
        take(
                new Item(
                                entry.company().value(),
                                fact.customer().value(),
                                fact.creditNote().value(),
                                "CREDIT_NOTE",
                                credit)
                        .on(fact.issuedOn(), null, entry.position()),
                fact.invoice());
    }

    private void payment(Entry<PaymentReceived> entry, Conclusions conclude) {
        var fact = entry.event();
        var paid = fact.amount().negate();
        take(
                new Item(
                                entry.company().value(),
                                fact.party().value(),
                                fact.payment().value(),
                                "PAYMENT",
                                paid)
                        .on(entry.on(), null, entry.position()),
                fact.invoice());
    }

    private void take(Item item, Id first) {
        EntityManager rows = transactions.entities(unit);
        if (first != null) {
            var named = rows.find(Item.class, first.value());
            if (named != null) {
                item.settle(named);
            }
        }
        if (item.open.signum() != 0) {
            rows.createNamedQuery("Item.open", Item.class)
                    .setParameter("company", item.company)
                    .setParameter("party", item.party)
                    .getResultList()
                    .forEach(item::settle);
        }
        rows.persist(item);
    }
}
