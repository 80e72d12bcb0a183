package org.stepwise.modules.internal.read;

import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Dated;
import org.stepwise.data.Id;
import org.stepwise.data.Lists;
import org.stepwise.data.Sql;
import org.stepwise.data.TableList;
import org.stepwise.error.NotFound;
import org.stepwise.input.Naming;
import org.stepwise.module.Verbs;
import org.stepwise.register.Reader;
import org.stepwise.row.NamedRows;
import org.stepwise.security.Callers;
import org.stepwise.web.Description;
import org.stepwise.web.Found;
import org.stepwise.web.ListQuery;
import org.stepwise.web.Page;

/** Reads lists through the gate of their module. */
@Component
public final class GatedReader implements Reader {
    private final Verbs verbs;
    private final Lists lists;
    private final Callers callers;
    private final Sql sql;
    private final NamedRows rows;

    @Activate
    public GatedReader(
            @Reference Verbs verbs,
            @Reference Lists lists,
            @Reference Callers callers,
            @Reference Sql sql,
            @Reference NamedRows rows) {
        this.verbs = verbs;
        this.lists = lists;
        this.callers = callers;
        this.sql = sql;
        this.rows = rows;
    }

    @Override
    public Page page(Description description, TableList list, ListQuery query) {
        return read(description, () -> lists.page(list, company(), query));
    }

    @Override
    public Page dated(Description description, TableList list, Dated dated, ListQuery query) {
        return read(description, () -> dated.with(lists.page(list, company(), query), sql, company(), verbs.today()));
    }

    @Override
    public Found row(Description description, TableList list, Id id, String unknown) {
        return page(description, list, ListQuery.first(1).where("id", id.toString())).items().stream()
                .findFirst()
                .map(row -> new Found(row, 0))
                .orElseThrow(() -> new NotFound(unknown, "there is no " + id + " in " + description.name()));
    }

    @Override
    public Naming naming() {
        return rows;
    }

    @Override
    public <T> T read(Description description, Supplier<T> query) {
        return verbs.read(description.module(), description.read(), query);
    }

    private Id company() {
        return callers.current().company();
    }
}
