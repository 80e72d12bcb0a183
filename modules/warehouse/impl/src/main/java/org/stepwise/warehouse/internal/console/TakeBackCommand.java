package org.stepwise.warehouse.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.console.CompanyCommand;
import org.stepwise.input.Reasoned;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.internal.register.TypedNames;

/** Goods come back. */
@Service
@Command(scope = "warehouse", name = "take-back", description = "Takes back all of a delivery that is still out")
public final class TakeBackCommand extends CompanyCommand {
    @Reference
    StockService stock;

    @Reference
    TypedNames names;

    @Argument(name = "delivery", required = true, description = "The delivery's number or id")
    @Completion(DeliveryNumberCompleter.class)
    String delivery;

    @Option(name = "--reason", description = "Why")
    String reason;

    @Option(name = "--on", description = "The business date, such as 2026-01-31; today when left out")
    String on;

    @Override
    protected void run() {
        out().println(stock.takeBackAll(names.documentId(delivery), new Reasoned(reason, day(on))));
    }
}
