package org.stepwise.crm.internal.invoice;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;

/** The rows that the reaction to payments alone writes: what is settled of each invoice, and which credits wait. */
@Component(service = Settlements.class)
public final class Settlements {
    private final Transactions transactions;
    private final Sql sql;

    @Activate
    public Settlements(@Reference Transactions transactions, @Reference Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    PartyAccounts of(Id company) {
        return transactions.pending(new Key(company), () -> new PartyAccounts(sql, company));
    }

    private record Key(Id company) {}
}
