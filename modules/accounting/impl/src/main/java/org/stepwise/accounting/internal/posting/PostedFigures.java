package org.stepwise.accounting.internal.posting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.accounting.internal.openitem.OpenFigures;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.log.replay.Figure;
import org.stepwise.log.replay.Figures;

/**
 * What is posted of each document to each account, by value date (when it was posted depends on closed months), and its
 * open item as it was at first: what is left of it depends on what came later.
 */
@Component
public final class PostedFigures implements Figures {
    private static final String LAST = "SELECT document FROM accounting.journal"
            + " WHERE company = ? AND document > ? ORDER BY company, document OFFSET %d ROWS FETCH NEXT 1 ROWS ONLY";

    private static final String POSTED = "SELECT j.cause, j.document, j.value_date, j.party, l.account, SUM(l.amount)"
            + " FROM accounting.journal j"
            + " JOIN accounting.journal_line l ON l.company = j.company AND l.journal = j.id"
            + " WHERE j.company = ? AND %s"
            + " GROUP BY j.cause, j.document, j.value_date, j.party, l.account ORDER BY j.document";

    private static final String BETWEEN = POSTED.formatted("j.document > ? AND j.document <= ? AND j.cause <= ?");
    private static final String OF_DOCUMENTS = POSTED.formatted("j.document IN (?)");

    private final Sql sql;

    @Activate
    public PostedFigures(@Reference Sql sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return "accounting";
    }

    /** A document has more than one journal as a rule, so these are fewer documents than asked for. */
    @Override
    public List<Figure> posted(Id company, long upTo, Id after, int documents) {
        var last = sql.first(row -> row.getLong(1), LAST.formatted(documents - 1), company, after)
                .orElse(Long.MAX_VALUE);
        return Stream.concat(
                        sql.list(PostedFigures::figure, BETWEEN, company, after, last, upTo).stream(),
                        OpenFigures.between(sql, company, upTo, after, new Id(last)).stream())
                .sorted(Comparator.comparing(Figure::document))
                .toList();
    }

    /** What is posted of these documents, in no order. */
    static List<Figure> of(Sql sql, Id company, List<Id> documents) {
        return sql.list(PostedFigures::figure, OF_DOCUMENTS, company, documents);
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                row.getLong(1),
                new Id(row.getLong(2)),
                row.getDate(3).toLocalDate(),
                row.getObject(4) == null ? null : new Id(row.getLong(4)),
                row.getString(5),
                row.getBigDecimal(6));
    }
}
