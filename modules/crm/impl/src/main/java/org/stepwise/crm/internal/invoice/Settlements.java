package org.stepwise.crm.internal.invoice;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;

/** The rows that the reaction to payments alone writes: what is settled of each invoice, and what waits on account. */
@Component(service = Settlements.class)
public final class Settlements {
    private final Transactions transactions;
    private final Sql sql;

    @Activate
    public Settlements(@Reference Transactions transactions, @Reference Sql sql) {
        this.transactions = transactions;
        this.sql = sql;
    }

    PartyAccounts.Account of(Id company, Id party) {
        return transactions
                .pending(new Key(company), () -> new PartyAccounts(sql, company))
                .of(party);
    }

    private record Key(Id company) {}
}
