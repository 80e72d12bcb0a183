package org.stepwise.attributes.internal.console;

import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.Listing;
import org.stepwise.web.ListQuery;
import org.stepwise.web.OpenRegisters;
import org.stepwise.web.Page;

/** Lists attributes. */
@Service
@Command(scope = "attributes", name = "attribute-list", description = "Lists the attributes of all lists")
public final class ListCommand extends CompanyCommand {
    @Reference
    OpenRegisters registers;

    @Option(name = "--json", description = "For programs")
    boolean json;

    @Override
    protected void run() {
        var columns = new String[] {"register", "name", "label", "type", "required", "personal", "validFrom", "state"};
        var listing = new Listing(columns);
        var all = new ListQuery(500, null, List.of("attribute"), List.of());
        Page.all(all, query -> registers.list("attributes.definitions", query))
                .forEach(row -> listing.row(Arrays.stream(columns).map(row::get).toArray()));
        listing.print(out(), json);
    }
}
