package org.stepwise.warehouse.internal.console;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Option;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.Listing;

/** Lists rows of a register: as a table for people or as JSON for programs. */
abstract class ListCommand extends CompanyCommand {
    @Option(name = "--limit", description = "The most rows to list, up to 500")
    int limit = 500;

    @Option(name = "--json", description = "Answers in JSON")
    boolean json;

    final void print(List<String> columns, List<Map<String, Object>> rows) {
        if (json) {
            printJson(rows);
            return;
        }
        var listing = new Listing(columns.toArray(String[]::new));
        rows.forEach(row -> listing.row(columns.stream().map(row::get).toArray()));
        listing.print(out());
    }
}
