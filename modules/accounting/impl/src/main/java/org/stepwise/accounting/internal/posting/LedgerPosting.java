package org.stepwise.accounting.internal.posting;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.event.PeriodClosed;
import org.stepwise.accounting.event.PeriodReopened;
import org.stepwise.accounting.internal.chart.Chart;
import org.stepwise.accounting.posting.Posted;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
import org.stepwise.log.Conclusions;
import org.stepwise.log.Entry;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;
import org.stepwise.log.event.FiguresCorrected;

/**
 * Posts what happened to the ledger, as each event says, by the posting rules of the business date; it knows none of
 * them but those of periods, and what the platform says that figures come to.
 *
 * <p>Goods that left are an asset, goods shipped not invoiced, until the invoice moves them to cost of goods sold. The
 * cost is a consequence and may come before or after the invoice: whichever is second writes the same journal.
 */
@Component(service = Reaction.class)
public final class LedgerPosting implements Reaction {
    private final Transactions transactions;
    private final Sql sql;
    private final Chart chart;

    @Activate
    public LedgerPosting(@Reference Transactions transactions, @Reference Sql sql, @Reference Chart chart) {
        this.transactions = transactions;
        this.sql = sql;
        this.chart = chart;
    }

    private Books books(Id company) {
        return transactions.pending(new Key(company), () -> new Books(sql, company, chart.rules(company)));
    }

    private record Key(Id company) {}

    @Override
    public String module() {
        return "accounting";
    }

    @Override
    public String name() {
        return "accounting.posting";
    }

    @Override
    public void define(Handlers on) {
        on.reactToAll(Posted.class, said -> said.posting().keys(), this::post)
                .react(PeriodClosed.class, fact -> List.of("periods"), this::closed)
                .react(PeriodReopened.class, fact -> List.of("periods"), this::reopened)
                .react(FiguresCorrected.class, LedgerPosting::documents, this::corrected);
    }

    private static List<Id> documents(FiguresCorrected fact) {
        return fact.module().equals("accounting")
                ? fact.figures().stream()
                        .map(FiguresCorrected.Corrected::document)
                        .toList()
                : List.of();
    }

    private void post(Posted said, Entry<?> entry, Conclusions conclude) {
        books(entry.company()).post(said.posting(), Books.Place.of(entry));
    }

    private void corrected(Entry<FiguresCorrected> entry, Conclusions conclude) {
        if (entry.event().module().equals(module())) {
            new Recalculation(sql, books(entry.company()), entry).post();
        }
    }

    private void closed(Entry<PeriodClosed> entry, Conclusions conclude) {
        books(entry.company()).close(entry.event().last());
    }

    private void reopened(Entry<PeriodReopened> entry, Conclusions conclude) {
        books(entry.company()).closeThrough(entry.event().first().minusDays(1));
    }
}
