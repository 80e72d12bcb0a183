package org.stepwise.masterdata.internal.party;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Transactions;
import org.stepwise.row.Whose;

/** A natural party is a person, an erased one too: nothing is written about it any more. */
@Component
public final class NaturalParties implements Whose {
    private final PartyRows rows;
    private final Transactions transactions;

    @Activate
    public NaturalParties(@Reference PartyRows rows, @Reference Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public String register() {
        return "masterdata.parties";
    }

    @Override
    public Optional<Id> person(Id row) {
        return transactions.call(() -> rows.find(rows.company(), row)
                .filter(party -> party.known().natural())
                .map(party -> row));
    }
}
