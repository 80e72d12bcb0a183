package org.stepwise.warehouse.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.stepwise.console.CompanyCommand;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.StockService.NewValuation;

/** Another valuation from a day on. */
@Service
@Command(scope = "warehouse", name = "valuation-set", description = "Sets how stock is valued from a day on")
public final class ValuationSetCommand extends CompanyCommand {
    @Reference
    StockService stock;

    @Argument(index = 0, name = "method", required = true, description = "FIFO or AVERAGE")
    @Completion(
            value = StringsCompleter.class,
            values = {"FIFO", "AVERAGE"})
    String method;

    @Argument(index = 1, name = "valid-from", required = true, description = "The first day, such as 2026-02-01")
    String validFrom;

    @Override
    protected void run() {
        stock.setValuation(new NewValuation(method, day(validFrom)));
        out().println(method + " from " + validFrom);
    }
}
