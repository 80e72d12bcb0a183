package org.stepwise.accounting.internal.posting;

import java.math.BigDecimal;
import java.util.Map;
import org.stepwise.accounting.internal.Recalculated;
import org.stepwise.data.Sql;
import org.stepwise.log.Entry;
import org.stepwise.log.event.FiguresCorrected;
import org.stepwise.log.event.FiguresCorrected.Corrected;

/**
 * Brings documents to what they were said to come to, each by a journal of what that is more or less: dated as the
 * document is, posted in the first open month where its own is closed. Books that come to it already get none.
 */
final class Recalculation {
    private final Sql sql;
    private final Books books;
    private final Entry<FiguresCorrected> entry;

    Recalculation(Sql sql, Books books, Entry<FiguresCorrected> entry) {
        this.sql = sql;
        this.books = books;
        this.entry = entry;
    }

    void post() {
        var corrected = entry.event().figures();
        // What came on the same journey is not in the tables yet.
        books.write();
        var documents = corrected.stream().map(Corrected::document).distinct().toList();
        var standing = Recalculated.sums(PostedFigures.of(sql, entry.company(), documents));
        for (int i = 0; i < corrected.size(); i++) {
            var whole = Recalculated.of(corrected.get(i));
            var missing = Recalculated.missing(
                    corrected.get(i).amounts(),
                    standing.getOrDefault(whole, Map.of()),
                    of -> !Recalculated.isOpenItem(of));
            post(i, whole, missing);
        }
    }

    private void post(int ordinal, Recalculated whole, Map<String, BigDecimal> missing) {
        var journal = new JournalDraft(Recalculated.KIND, whole.document(), whole.on(), whole.cause())
                .party(whole.party())
                .text(entry.event().reason());
        missing.forEach((account, amount) -> journal.line(account, amount, null));
        books.post(Recalculated.id(entry.position(), ordinal), journal);
    }
}
