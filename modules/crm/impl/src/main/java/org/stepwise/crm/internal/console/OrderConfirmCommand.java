package org.stepwise.crm.internal.console;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Makes a draft binding. */
@Service
@Command(scope = "crm", name = "order-confirm", description = "Makes a draft order binding")
public final class OrderConfirmCommand extends OrderCommand {
    @Option(name = "--on", description = "The business date, such as 2026-01-31; today when left out")
    String on;

    @Override
    protected void run() {
        print(orders.confirm(id(), -1, day(on)));
    }
}
