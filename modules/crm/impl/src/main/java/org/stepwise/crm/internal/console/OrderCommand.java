package org.stepwise.crm.internal.console;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.stepwise.console.CompanyCommand;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.OrderService.OrderView;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;

/** A command on one order. */
abstract class OrderCommand extends CompanyCommand {
    @Reference
    OrderService orders;

    @Argument(name = "order", required = true, description = "The order's id")
    @Completion(OrderCompleter.class)
    String order;

    final Id id() {
        return Id.parse(order);
    }

    final void print(OrderView view) {
        out().printf(
                        "%s  %s  %s %s%n",
                        view.number() == null ? view.id() : view.number(),
                        view.status(),
                        Amounts.shown(view.total(), view.currency()),
                        view.currency());
    }
}
