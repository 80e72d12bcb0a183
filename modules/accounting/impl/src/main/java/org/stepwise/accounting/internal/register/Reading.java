package org.stepwise.accounting.internal.register;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Dated;
import org.stepwise.data.Id;
import org.stepwise.data.Lists;
import org.stepwise.data.Sql;
import org.stepwise.data.TableList;
import org.stepwise.error.NotFound;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;
import org.stepwise.text.Named;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;

/** Reads lists of the books for whoever may see the ledger. */
@Component(service = Reading.class)
public final class Reading {
    /** Numbers come from a part that is always on, after the document: they are looked up as names are. */
    static final Named DOCUMENT_NUMBER = Named.plain("accounting.document_number", "document", "number");

    private final Verbs verbs;
    private final Lists lists;
    private final Callers callers;
    private final Sql sql;

    @Activate
    public Reading(@Reference Verbs verbs, @Reference Lists lists, @Reference Callers callers, @Reference Sql sql) {
        this.verbs = verbs;
        this.lists = lists;
        this.callers = callers;
        this.sql = sql;
    }

    Page page(TableList list, ListQuery query) {
        return verbs.read(
                "accounting",
                "accounting.ledger.read",
                () -> lists.page(list, callers.current().company(), query));
    }

    /** Sorted by a column of the list where nothing else is asked for. */
    Page page(TableList list, ListQuery query, String sort) {
        var sorted = query.sort().isEmpty() ? List.of(sort) : query.sort();
        return page(list, new ListQuery(query.limit(), query.after(), sorted, query.filters(), query.beside()));
    }

    /** With what of it holds today, and what is coming. */
    Page dated(Dated dated, TableList list, ListQuery query) {
        var page = page(list, query);
        return verbs.read(
                "accounting",
                "accounting.ledger.read",
                () -> dated.with(page, sql, callers.current().company(), verbs.today()));
    }

    Map<String, Object> row(TableList list, Id id, String unknown) {
        var found = page(list, ListQuery.first(1).where("id", id.toString()));
        if (found.items().isEmpty()) {
            throw new NotFound(unknown, "there is no " + id + " in " + list.from());
        }
        return found.items().get(0);
    }
}
