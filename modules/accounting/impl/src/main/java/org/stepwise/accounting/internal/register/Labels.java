package org.stepwise.accounting.internal.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.security.Callers;
import org.stepwise.web.Page;

/** Numbers of documents, codes and names of parties: looked up for the rows of one page, so that lists need no join. */
@Component(service = Labels.class)
public final class Labels {
    private final Sql sql;
    private final Callers callers;

    @Activate
    public Labels(@Reference Sql sql, @Reference Callers callers) {
        this.sql = sql;
        this.callers = callers;
    }

    private Id company() {
        return callers.current().company();
    }

    /** Adds to each row under {@code number} the number of the document whose id it has under {@code document}. */
    Page withNumbers(Page page, String document, String number) {
        var numbers = new HashMap<Object, Map<String, Object>>();
        sql.list(
                row -> numbers.put(new Id(row.getLong(1)).toString(), Map.of(number, row.getString(2))),
                "SELECT document, number FROM accounting.document_number WHERE company = ? AND document IN (?)",
                company(),
                ids(page, document));
        return with(page, document, List.of(number), numbers);
    }

    /** Adds {@code partyCode} and {@code partyName} to each row that has a party. */
    Page withParties(Page page) {
        var parties = new HashMap<Object, Map<String, Object>>();
        sql.list(
                row -> {
                    var labels = new HashMap<String, Object>();
                    labels.put("partyCode", row.getString(2));
                    labels.put("partyName", row.getString(3));
                    return parties.put(new Id(row.getLong(1)).toString(), labels);
                },
                "SELECT id, code, name FROM accounting.party WHERE company = ? AND id IN (?)",
                company(),
                ids(page, "party"));
        return with(page, "party", List.of("partyCode", "partyName"), parties);
    }

    private static List<Id> ids(Page page, String column) {
        return page.items().stream()
                .map(row -> row.get(column))
                .filter(Objects::nonNull)
                .map(id -> Id.parse(id.toString()))
                .distinct()
                .toList();
    }

    private static Page with(Page page, String column, List<String> names, Map<Object, Map<String, Object>> labels) {
        var labelled = new ArrayList<Map<String, Object>>();
        for (var row : page.items()) {
            var more = new LinkedHashMap<>(row);
            names.forEach(name -> more.put(name, null));
            more.putAll(labels.getOrDefault(row.get(column), Map.of()));
            labelled.add(more);
        }
        return new Page(labelled, page.next());
    }
}
