package org.stepwise.masterdata.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.masterdata.CompanyRules;

/** Takes back a rounding that no order has used. */
@Service
@Command(scope = "masterdata", name = "rounding-withdraw", description = "Withdraws the rounding that begins on a day")
public final class RoundingWithdrawCommand extends CompanyCommand {
    @Reference
    CompanyRules rules;

    @Argument(name = "valid-from", required = true, description = "Its first day, such as 2026-12-01")
    String validFrom;

    @Override
    protected void run() {
        rules.withdrawRounding(day(validFrom));
        out().println("withdrawn: " + validFrom);
    }
}
