package org.stepwise.accounting.internal.openitem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.stepwise.accounting.internal.Recalculated;
import org.stepwise.accounting.posting.Side;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.log.replay.Figure;

/** The totals of open items as figures of their documents; those of corrections count to what they correct. */
public final class OpenFigures {
    private static final String ITEMS =
            "SELECT seq, id, issued_on, party, due_on, total, side, purpose FROM accounting.open_item"
                    + " WHERE company = ? AND kind <> '" + Recalculated.KIND + "' AND ";
    private static final String CORRECTIONS = "SELECT cause, document, issued_on, party, due_on, total, side, purpose"
            + " FROM accounting.open_item_correction WHERE company = ? AND ";

    private OpenFigures() {}

    /** @param after of documents with higher ids, {@code last} included */
    public static List<Figure> between(Sql sql, Id company, long upTo, Id after, Id last) {
        return Stream.concat(
                        sql
                                .list(
                                        OpenFigures::figure,
                                        ITEMS + "id > ? AND id <= ? AND seq <= ?",
                                        company,
                                        after,
                                        last,
                                        upTo)
                                .stream(),
                        sql
                                .list(
                                        OpenFigures::figure,
                                        CORRECTIONS + "document > ? AND document <= ? AND cause <= ?",
                                        company,
                                        after,
                                        last,
                                        upTo)
                                .stream())
                .toList();
    }

    static List<Figure> of(Sql sql, Id company, List<Id> documents) {
        return Stream.concat(
                        sql.list(OpenFigures::figure, ITEMS + "id IN (?)", company, documents).stream(),
                        sql.list(OpenFigures::figure, CORRECTIONS + "document IN (?)", company, documents).stream())
                .toList();
    }

    private static Figure figure(ResultSet row) throws SQLException {
        var due = row.getDate(5);
        var item = new ItemFigure(
                Side.valueOf(row.getString(7)), row.getString(8), due == null ? null : due.toLocalDate());
        return new Figure(
                row.getLong(1),
                new Id(row.getLong(2)),
                row.getDate(3).toLocalDate(),
                new Id(row.getLong(4)),
                item.text(),
                row.getBigDecimal(6));
    }
}
