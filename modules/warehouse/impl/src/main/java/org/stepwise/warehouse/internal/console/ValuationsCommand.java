package org.stepwise.warehouse.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.warehouse.internal.register.ValuationRegister;
import org.stepwise.web.ListQuery;

/** How stock is valued. */
@Service
@Command(scope = "warehouse", name = "valuations", description = "Lists how stock is valued from which day on")
public final class ValuationsCommand extends ListCommand {
    @Reference
    ValuationRegister valuations;

    @Override
    protected void run() {
        print(
                List.of("validFrom", "method"),
                valuations
                        .list(new ListQuery(limit, null, List.of(), List.of()))
                        .items());
    }
}
