package org.stepwise.crm.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.crm.OrderService.HandDelivery;

/** Records a delivery by hand. */
@Service
@Command(
        scope = "crm",
        name = "order-deliver",
        description = "Records by hand that all open goods of an order left, while the warehouse is off")
public final class OrderDeliverCommand extends OrderCommand {
    @Option(name = "--on", description = "The business date, such as 2026-01-31; today when left out")
    String on;

    @Override
    protected void run() {
        out().println(orders.deliver(id(), -1, new HandDelivery(List.of(), day(on))));
    }
}
