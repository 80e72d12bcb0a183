package org.stepwise.accounting.internal.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** The open items. */
@Service
@Command(scope = "accounting", name = "open-items", description = "Shows what customers owe")
public final class OpenItemsCommand extends LedgerCommand {
    @Option(name = "--json", description = "prints JSON")
    boolean json;

    @Override
    protected void run() {
        var items = ledger.openItems();
        if (json) {
            printJson(items);
            return;
        }
        var table = new ShellTable();
        table.column("Number");
        table.column("Party");
        table.column("Issued");
        table.column("Due");
        table.column("Total").alignRight();
        table.column("Open").alignRight();
        var money = money();
        items.forEach(item -> table.addRow()
                .addContent(
                        item.number(),
                        item.party(),
                        item.issuedOn(),
                        item.dueOn(),
                        money.apply(item.total()),
                        money.apply(item.open())));
        table.print(out());
    }
}
