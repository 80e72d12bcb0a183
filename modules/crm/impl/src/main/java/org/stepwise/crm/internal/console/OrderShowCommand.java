package org.stepwise.crm.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.stepwise.data.Amounts;

/** One order with its lines. */
@Service
@Command(scope = "crm", name = "order-show", description = "Shows an order with its lines")
public final class OrderShowCommand extends OrderCommand {
    @Option(name = "--json", description = "Prints JSON")
    boolean json;

    @Override
    protected void run() {
        var view = orders.find(id());
        if (json) {
            printJson(view);
            return;
        }
        print(view);
        var table = new ShellTable();
        List.of("Line", "Product", "Name", "Unit").forEach(table::column);
        List.of("Quantity", "Price", "Discount", "Net", "Tax", "Delivered", "Returned", "Invoiced", "Given up")
                .forEach(title -> table.column(title).alignRight());
        view.lines().forEach(line -> table.addRow()
                .addContent(
                        line.line(),
                        line.productCode(),
                        line.productName(),
                        line.unit(),
                        Amounts.plain(line.quantity()),
                        Amounts.plain(line.price()),
                        Amounts.plain(line.discount()),
                        Amounts.shown(line.net(), view.currency()),
                        Amounts.shown(line.tax(), view.currency()),
                        Amounts.plain(line.delivered()),
                        Amounts.plain(line.returned()),
                        Amounts.plain(line.invoiced()),
                        Amounts.plain(line.givenUp())));
        table.print(out());
    }
}
