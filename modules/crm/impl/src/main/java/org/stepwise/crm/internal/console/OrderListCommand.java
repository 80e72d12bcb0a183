package org.stepwise.crm.internal.console;

import java.math.BigDecimal;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.apache.karaf.shell.support.table.ShellTable;
import org.stepwise.console.CompanyCommand;
import org.stepwise.crm.internal.order.OrderRegister;
import org.stepwise.data.Amounts;
import org.stepwise.web.ListQuery;

/** The newest orders. */
@Service
@Command(scope = "crm", name = "order-list", description = "Lists the newest orders")
public final class OrderListCommand extends CompanyCommand {
    @Reference
    OrderRegister register;

    @Option(name = "--status", description = "DRAFT, CONFIRMED, DELIVERED, INVOICED or CANCELLED")
    @Completion(
            value = StringsCompleter.class,
            values = {"DRAFT", "CONFIRMED", "DELIVERED", "INVOICED", "CANCELLED"})
    String status;

    @Option(name = "--limit", description = "The most orders to list, up to 500")
    int limit = 50;

    @Option(name = "--json", description = "Prints JSON")
    boolean json;

    @Override
    protected void run() {
        var query = new ListQuery(limit, null, List.of("-orderedOn"), List.of());
        var rows = register.list(status == null ? query : query.where("status", status))
                .items();
        if (json) {
            printJson(rows);
            return;
        }
        var table = new ShellTable();
        List.of("Id", "Number", "Status", "Ordered", "Customer").forEach(table::column);
        table.column("Total").alignRight();
        rows.forEach(row -> table.addRow()
                .addContent(
                        row.get("id"),
                        orEmpty(row.get("number")),
                        row.get("status"),
                        row.get("orderedOn"),
                        orEmpty(row.get("customerName")),
                        shown(row.get("total"), row.get("currency"))));
        table.print(out());
    }

    private static String shown(Object amount, Object currency) {
        return Amounts.shown(new BigDecimal(amount.toString()), currency.toString());
    }

    private static String orEmpty(Object value) {
        return value == null ? "" : value.toString();
    }
}
