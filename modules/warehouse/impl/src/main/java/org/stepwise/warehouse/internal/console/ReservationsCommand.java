package org.stepwise.warehouse.internal.console;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.stepwise.warehouse.internal.register.ReservationRegister;
import org.stepwise.web.ListQuery;

/** Who waits for what. */
@Service
@Command(
        scope = "warehouse",
        name = "reservations",
        description = "Lists what confirmed orders still want: reserved for them, or on backorder")
public final class ReservationsCommand extends ListCommand {
    private static final List<String> COLUMNS = List.of(
            "orderNumber",
            "line",
            "partyName",
            "requiredOn",
            "productCode",
            "ordered",
            "delivered",
            "reserved",
            "backordered");

    @Reference
    ReservationRegister reservations;

    @Option(name = "--order", description = "Only this order's lines, by its number")
    @Completion(OrderNumberCompleter.class)
    String order;

    @Override
    protected void run() {
        var query = new ListQuery(limit, null, List.of("orderNumber"), List.of());
        print(
                COLUMNS,
                reservations
                        .list(order == null ? query : query.where("orderNumber", order))
                        .items());
    }
}
