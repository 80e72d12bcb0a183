package org.stepwise.warehouse.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.internal.register.TypedNames;

/** Goods leave. */
@Service
@Command(scope = "warehouse", name = "deliver", description = "Delivers all that an order still wants")
public final class DeliverCommand extends CompanyCommand {
    @Reference
    StockService stock;

    @Reference
    TypedNames names;

    @Argument(name = "order", required = true, description = "The order's number or id")
    @Completion(OrderNumberCompleter.class)
    String order;

    @Option(name = "--on", description = "The business date, such as 2026-01-31; today when left out")
    String on;

    @Override
    protected void run() {
        out().println(stock.deliver(names.order(order), day(on)));
    }
}
