package org.stepwise.masterdata.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Option;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.Listing;
import org.stepwise.web.ListQuery;
import org.stepwise.web.ListQuery.Filter;
import org.stepwise.web.ListQuery.Operator;
import org.stepwise.web.Register;

/** Prints the rows of a register by code, as a table for people or as JSON for programs. */
abstract class ListCommand extends CompanyCommand {
    @Option(name = "--name", description = "A part of the name")
    String name;

    @Option(name = "--limit", description = "The most rows to list, up to 500")
    int limit = 100;

    @Option(name = "--json", description = "Prints JSON")
    boolean json;

    abstract Register register();

    abstract List<String> columns();

    @Override
    protected final void run() {
        var filters = name == null ? List.<Filter>of() : List.of(new Filter("name", Operator.CONTAINS, name));
        var rows = register()
                .list(new ListQuery(limit, null, List.of("code"), filters))
                .items();
        if (json) {
            printJson(rows);
            return;
        }
        var listing = new Listing(columns().toArray(String[]::new));
        rows.forEach(row -> listing.row(columns().stream().map(row::get).toArray()));
        listing.print(out());
    }
}
