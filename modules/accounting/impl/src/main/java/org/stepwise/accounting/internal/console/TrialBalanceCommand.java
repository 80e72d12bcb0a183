package org.stepwise.accounting.internal.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.stepwise.accounting.LedgerService.By;
import org.stepwise.console.OptionsAnywhere;

/** The trial balance. */
@Service
@Command(scope = "accounting", name = "trial-balance", description = "Shows what each account was debited and credited")
@Parsing(OptionsAnywhere.class)
public final class TrialBalanceCommand extends LedgerCommand {
    @Option(name = "--up-to", description = "last day, such as 2026-12-31; without it: everything")
    String upTo;

    @Option(name = "--by", description = "posting-date, which never changes a closed month, or value-date")
    String by;

    @Option(name = "--json", description = "prints JSON")
    boolean json;

    @Override
    protected void run() {
        var balances = ledger.trialBalance(day(upTo), By.of(by));
        if (json) {
            printJson(balances);
            return;
        }
        var table = new ShellTable();
        table.column("Account");
        table.column("Name");
        table.column("Debit").alignRight();
        table.column("Credit").alignRight();
        table.column("Balance").alignRight();
        var money = money();
        balances.forEach(line -> table.addRow()
                .addContent(
                        line.account(),
                        line.name(),
                        money.apply(line.debit()),
                        money.apply(line.credit()),
                        money.apply(line.balance())));
        table.print(out());
    }
}
