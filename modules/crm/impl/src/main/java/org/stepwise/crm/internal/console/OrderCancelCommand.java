package org.stepwise.crm.internal.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.input.Reasoned;

/** Gives up what is not delivered. */
@Service
@Command(scope = "crm", name = "order-cancel", description = "Cancels what of an order is not delivered")
public final class OrderCancelCommand extends OrderCommand {
    @Option(name = "--reason", description = "Why")
    String reason;

    @Option(name = "--on", description = "The business date, such as 2026-01-31; today when left out")
    String on;

    @Override
    protected void run() {
        print(orders.cancel(id(), -1, new Reasoned(reason, day(on))));
    }
}
