package org.stepwise.crm.internal.order;

import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.OrderService.LineQuantity;
import org.stepwise.crm.internal.CrmPermissions;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.crm.internal.Wanted;
import org.stepwise.crm.internal.delivery.DeliveryRows;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;
import org.stepwise.input.Bounds;

/**
 * Records by hand that goods left the house or came back, with the same facts as the warehouse. Closed while the
 * warehouse is on: each fact has one door at a time (law 10).
 */
@Component(service = HandDoor.class)
public final class HandDoor {
    private final SalesVerbs sales;
    private final OrderRows orders;
    private final DeliveryRows deliveries;
    private final Holds holds;

    @Activate
    public HandDoor(
            @Reference SalesVerbs sales,
            @Reference OrderRows orders,
            @Reference DeliveryRows deliveries,
            @Reference Holds holds) {
        this.sales = sales;
        this.orders = orders;
        this.deliveries = deliveries;
        this.holds = holds;
    }

    Holds holds() {
        return holds;
    }

    Id deliver(Id order, long version, List<LineQuantity> quantities, LocalDate on) {
        return sales.write(CrmPermissions.DELIVER, () -> {
            requireOpen("goods are delivered");
            var row = orders.lock(sales.company(), order);
            var fact = row.deliver(version, sales.next(), quantities);
            var day = sales.day(on);
            row.requireNotBefore(day);
            sales.record(day, fact);
            return fact.delivery();
        });
    }

    Id takeBack(Id delivery, List<LineQuantity> quantities, String reason, LocalDate on) {
        return sales.write(CrmPermissions.TAKE_BACK, () -> {
            requireOpen("goods are taken back");
            // The order first, as everybody who works on it does: whoever invoices it holds it and waits for
            // deliveries.
            orders.lock(
                    sales.company(), deliveries.get(sales.company(), delivery).order());
            var row = deliveries.lock(sales.company(), delivery);
            var day = sales.day(on);
            var fact = row.takeBack(sales.next(), quantities, Wanted.INPUT.text("reason", reason, Bounds.REASON), day);
            sales.record(day, fact);
            return fact.returned();
        });
    }

    private void requireOpen(String what) {
        if (sales.warehouseKeepsStock()) {
            throw new Conflict(
                    "crm.delivery.warehouse-is-on", what + " by the warehouse while it is on; post it there");
        }
    }
}
