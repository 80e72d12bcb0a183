package org.stepwise.warehouse.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.warehouse.internal.register.StockRegister;
import org.stepwise.web.ListQuery;

/** What there is. */
@Service
@Command(scope = "warehouse", name = "stock", description = "Lists what there is of each product, and its value")
public final class StockCommand extends ListCommand {
    private static final List<String> COLUMNS =
            List.of("code", "name", "onHand", "reserved", "held", "available", "value");

    @Reference
    StockRegister stock;

    @Override
    protected void run() {
        print(
                COLUMNS,
                stock.list(new ListQuery(limit, null, List.of("code"), List.of()))
                        .items());
    }
}
