package org.stepwise.accounting.internal.openitem;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stepwise.accounting.internal.Recalculated;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.log.Entry;
import org.stepwise.log.event.FiguresCorrected;
import org.stepwise.log.event.FiguresCorrected.Corrected;

/**
 * Brings the open items of documents to what they were said to be: by an item of what that is more, or a credit of what
 * it is less, which settles the item that it corrects before any other. Items that are so already get none.
 */
final class ItemRecalculation {
    private final Sql sql;
    private final Settlement settlement;
    private final Entry<FiguresCorrected> entry;
    private final List<Object[]> rows = new ArrayList<>();

    ItemRecalculation(Sql sql, Settlement settlement, Entry<FiguresCorrected> entry) {
        this.sql = sql;
        this.settlement = settlement;
        this.entry = entry;
    }

    void take() {
        var corrected = entry.event().figures();
        // What came on the same journey is not in the tables yet.
        settlement.write();
        var documents = corrected.stream().map(Corrected::document).distinct().toList();
        var standing = Recalculated.sums(OpenFigures.of(sql, entry.company(), documents));
        for (var fact : corrected) {
            var whole = Recalculated.of(fact);
            Recalculated.missing(fact.amounts(), standing.getOrDefault(whole, Map.of()), Recalculated::isOpenItem)
                    .forEach((of, amount) -> take(whole, of, amount));
        }
        sql.batch(
                "INSERT INTO accounting.open_item_correction"
                        + " (company, id, document, cause, side, purpose, party, issued_on, due_on, total)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private void take(Recalculated whole, String of, BigDecimal amount) {
        var id = new Id(Recalculated.id(entry.position(), rows.size()));
        var figure = ItemFigure.parse(of);
        rows.add(new Object[] {
            entry.company(),
            id,
            whole.document(),
            whole.cause(),
            figure.side().name(),
            figure.purpose(),
            whole.party(),
            whole.on(),
            figure.dueOn(),
            amount
        });
        var item = new Item(
                id,
                Recalculated.KIND,
                figure.side(),
                figure.purpose(),
                whole.party(),
                whole.on(),
                amount.signum() < 0 ? null : figure.dueOn(),
                amount,
                amount,
                entry.position());
        settlement.take(item, whole.document());
    }
}
