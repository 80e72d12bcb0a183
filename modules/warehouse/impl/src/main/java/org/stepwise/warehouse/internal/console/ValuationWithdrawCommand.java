package org.stepwise.warehouse.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.warehouse.StockService;

/** Takes back a valuation that no movement has used. */
@Service
@Command(scope = "warehouse", name = "valuation-withdraw", description = "Withdraws the valuation that begins on a day")
public final class ValuationWithdrawCommand extends CompanyCommand {
    @Reference
    StockService stock;

    @Argument(name = "valid-from", required = true, description = "Its first day, such as 2026-02-01")
    String validFrom;

    @Override
    protected void run() {
        stock.withdrawValuation(day(validFrom));
        out().println("withdrawn: " + validFrom);
    }
}
