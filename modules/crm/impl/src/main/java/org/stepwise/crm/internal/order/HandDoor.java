package org.stepwise.crm.internal.order;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.OrderService.HandDelivery;
import org.stepwise.crm.OrderService.HandReturn;
import org.stepwise.crm.internal.CrmPermissions;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.crm.internal.Wanted;
import org.stepwise.crm.internal.delivery.DeliveryRows;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;

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

    Id deliver(Id order, long version, HandDelivery wanted) {
        return sales.write(CrmPermissions.DELIVER, () -> {
            requireOpen("goods are delivered");
            var goods = Wanted.INPUT.checked(wanted);
            var row = orders.lock(sales.company(), order);
            var fact = row.deliver(version, sales.next(), goods.lines());
            var day = sales.day(goods.on());
            row.requireNotBefore(day);
            sales.record(day, fact);
            return fact.delivery();
        });
    }

    Id takeBack(Id delivery, HandReturn wanted) {
        return sales.write(CrmPermissions.TAKE_BACK, () -> {
            requireOpen("goods are taken back");
            var goods = Wanted.INPUT.checked(wanted);
            // The order first, as everybody who works on it does: whoever invoices it holds it and waits for
            // deliveries.
            orders.lock(
                    sales.company(), deliveries.get(sales.company(), delivery).order());
            var row = deliveries.lock(sales.company(), delivery);
            var day = sales.day(goods.on());
            var fact = row.takeBack(sales.next(), goods.lines(), goods.reason(), day);
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
