package org.stepwise.crm.internal.fact;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.event.CreditNoteIssued;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.data.Id;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;

/** A renaming does not see a document that is not committed yet; in log order nothing is left out. */
@Component(service = Reaction.class)
public final class KeepCustomerNames implements Reaction {
    private static final String INVOICE = "crm.invoice";

    private final CustomerNames names;

    @Activate
    public KeepCustomerNames(@Reference CustomerNames names) {
        this.names = names;
    }

    @Override
    public String module() {
        return SalesVerbs.MODULE;
    }

    @Override
    public String name() {
        return "crm.names";
    }

    @Override
    public void define(Handlers on) {
        on.react(OrderConfirmed.class, fact -> List.of(fact.order()), (entry, conclude) -> {
            var fact = entry.event();
            check(entry.company(), "crm.sales_order", fact.order(), fact.customer());
        });
        on.react(InvoiceIssued.class, fact -> List.of(fact.invoice()), (entry, conclude) -> {
            var fact = entry.event();
            check(entry.company(), INVOICE, fact.invoice(), fact.customer());
        });
        on.react(CreditNoteIssued.class, fact -> List.of(fact.creditNote()), (entry, conclude) -> {
            var fact = entry.event();
            check(entry.company(), INVOICE, fact.creditNote(), fact.customer());
        });
    }

    private void check(Id company, String table, Id document, Id customer) {
        names.check(company, table, document, customer);
    }
}
