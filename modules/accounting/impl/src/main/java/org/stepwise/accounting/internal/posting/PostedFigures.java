package org.stepwise.accounting.internal.posting;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.log.replay.Figure;
import org.stepwise.log.replay.Figures;

/** What is posted of each document to each account, by value date: when it was posted depends on closed months. */
@Component
public final class PostedFigures implements Figures {
    private static final String LAST = "SELECT document FROM accounting.journal"
            + " WHERE company = ? AND document > ? ORDER BY company, document OFFSET %d ROWS FETCH NEXT 1 ROWS ONLY";

    private static final String POSTED = "SELECT j.cause, j.document, j.value_date, j.party, l.account, SUM(l.amount)"
            + " FROM accounting.journal j"
            + " JOIN accounting.journal_line l ON l.company = j.company AND l.journal = j.id"
            + " WHERE j.company = ? AND j.document > ? AND j.document <= ? AND j.cause <= ?"
            + " GROUP BY j.cause, j.document, j.value_date, j.party, l.account ORDER BY j.document";

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
        return sql.list(
                row -> new Figure(
                        row.getLong(1),
                        new Id(row.getLong(2)),
                        row.getDate(3).toLocalDate(),
                        row.getObject(4) == null ? null : new Id(row.getLong(4)),
                        row.getString(5),
                        row.getBigDecimal(6)),
                POSTED,
                company,
                after,
                last,
                upTo);
    }
}
