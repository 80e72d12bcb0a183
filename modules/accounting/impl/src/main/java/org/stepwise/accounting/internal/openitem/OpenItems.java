package org.stepwise.accounting.internal.openitem;

import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.posting.Due;
import org.stepwise.accounting.posting.FallsDue;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.log.Conclusions;
import org.stepwise.log.Entry;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;
import org.stepwise.log.event.FiguresCorrected;

/**
 * What each party owes us, and what we owe it, in log order: a payment or credit settles the document it names, what is
 * left the oldest of its party and side, and what is left then waits for the next. The two sides never meet by
 * themselves.
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
        on.reactToAll(FallsDue.class, OpenItems::parties, this::fallsDue)
                .react(FiguresCorrected.class, OpenItems::parties, this::corrected);
    }

    private static List<Id> parties(FallsDue said) {
        return said.due().stream().map(Due::party).toList();
    }

    private static List<Id> parties(FiguresCorrected fact) {
        return fact.module().equals("accounting")
                ? fact.figures().stream()
                        .map(FiguresCorrected.Corrected::party)
                        .filter(Objects::nonNull)
                        .toList()
                : List.of();
    }

    private void fallsDue(FallsDue said, Entry<?> entry, Conclusions conclude) {
        var settlement = settlement(entry.company());
        for (var due : said.due()) {
            settlement.take(Item.of(due, entry.on(), entry.position()), due.settles());
        }
    }

    private void corrected(Entry<FiguresCorrected> entry, Conclusions conclude) {
        if (entry.event().module().equals(module())) {
            new ItemRecalculation(sql, settlement(entry.company()), entry).take();
        }
    }

    private Settlement settlement(Id company) {
        return transactions.pending(new Key(company), () -> new Settlement(sql, company));
    }

    private record Key(Id company) {}
}
