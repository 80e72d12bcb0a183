package org.stepwise.warehouse.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.data.Id;
import org.stepwise.warehouse.StockService;

/** A planned delivery is not needed any more. */
@Service
@Command(scope = "warehouse", name = "delivery-discard", description = "Removes a delivery that is only planned")
public final class DiscardDeliveryCommand extends CompanyCommand {
    @Reference
    StockService stock;

    @Argument(name = "delivery", required = true, description = "The planned delivery's id")
    @Completion(PlannedDeliveryCompleter.class)
    String delivery;

    @Override
    protected void run() {
        stock.discard(Id.parse(delivery), -1);
        out().println("removed");
    }
}
