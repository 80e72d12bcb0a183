package org.stepwise.masterdata.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.console.Listing;
import org.stepwise.masterdata.internal.company.RoundingRegister;
import org.stepwise.web.ListQuery;

/** Where documents are rounded, and from which day on. */
@Service
@Command(scope = "masterdata", name = "rounding-list", description = "Lists where documents are rounded, by first day")
public final class RoundingListCommand extends CompanyCommand {
    @Reference
    RoundingRegister rounding;

    @Option(name = "--json", description = "Prints JSON")
    boolean json;

    @Override
    protected void run() {
        var listing = new Listing("method", "validFrom");
        rounding.list(new ListQuery(500, null, List.of("validFrom"), List.of()))
                .items()
                .forEach(row -> listing.row(row.get("method"), row.get("validFrom")));
        listing.print(out(), json);
    }
}
