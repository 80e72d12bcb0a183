package org.stepwise.accounting.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.OptionsAnywhere;

/** Closes a month. */
@Service
@Command(scope = "accounting", name = "period-close", description = "Closes a month by its last day")
@Parsing(OptionsAnywhere.class)
public final class PeriodCloseCommand extends LedgerCommand {
    @Argument(name = "day", required = true, description = "the last day of the month, such as 2026-11-30")
    String day;

    @Override
    protected void run() {
        ledger.close(day(day));
        out().println("closed");
    }
}
