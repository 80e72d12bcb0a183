package org.stepwise.data.internal.list;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.stepwise.data.Id;
import org.stepwise.text.Collation;
import org.stepwise.web.ListQuery;
import org.stepwise.web.ListQuery.Filter;
import org.stepwise.web.ListQuery.Operator;

/** Texts that are sorted and found by language: what is asked of them is asked of the keys beside them. */
final class Words {
    private final Collation collation;

    Words(Collation collation) {
        this.collation = collation;
    }

    ListQuery asKeys(ListColumns columns, Id company, ListQuery query) {
        for (var sort : query.sort()) {
            var column = columns.known(sort.startsWith("-") ? sort.substring(1) : sort);
            if (column.spoken()) {
                collation.renew(columns.home(column), company);
            }
        }
        List<Filter> filters = new ArrayList<>();
        query.filters().forEach(filter -> filters.add(asKeys(columns, company, filter)));
        return new ListQuery(query.limit(), query.after(), query.sort(), filters);
    }

    /** Equal is what is equal letter by letter. */
    private Filter asKeys(ListColumns columns, Id company, Filter filter) {
        var column = columns.known(filter.column());
        var value = filter.value();
        if (!column.spoken() || value == null || value.isEmpty()) {
            return filter;
        }
        return switch (filter.operator()) {
            case CONTAINS -> {
                collation.renew(columns.home(column), company);
                yield new Filter(column.folded().name(), Operator.CONTAINS, collation.folded(company, value));
            }
            case LT, LE, GT, GE -> {
                collation.renew(columns.home(column), company);
                var key = HexFormat.of().formatHex(collation.sort(company, value));
                yield new Filter(column.byKey().name(), filter.operator(), key);
            }
            default -> filter;
        };
    }
}
