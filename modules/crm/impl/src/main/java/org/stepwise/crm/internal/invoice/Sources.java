package org.stepwise.crm.internal.invoice;

import java.time.LocalDate;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.crm.internal.delivery.Delivery;
import org.stepwise.crm.internal.delivery.DeliveryRows;
import org.stepwise.crm.internal.order.OrderRows;
import org.stepwise.data.Id;
import org.stepwise.error.Conflict;
import org.stepwise.masterdata.MasterData;
import org.stepwise.warehouse.event.GoodsReturned;

/** What an invoice or credit note is made of: the order, its deliveries and returns, and the tax of the day. */
@Component(service = Sources.class)
public final class Sources {
    private final OrderRows orders;
    private final DeliveryRows deliveries;
    private final MasterData masterData;
    private final SalesVerbs sales;

    @Activate
    public Sources(
            @Reference OrderRows orders,
            @Reference DeliveryRows deliveries,
            @Reference MasterData masterData,
            @Reference SalesVerbs sales) {
        this.orders = orders;
        this.deliveries = deliveries;
        this.masterData = masterData;
        this.sales = sales;
    }

    Billing billing(Id order, LocalDate on) {
        return new Billing(orders.lock(sales.company(), order), codes -> masterData.taxPercents(codes, on));
    }

    List<Delivery> uninvoiced(Id order) {
        return deliveries.uninvoiced(sales.company(), order);
    }

    GoodsReturned returned(Id returned) {
        return deliveries.lockReturn(sales.company(), returned).toCredit();
    }

    Id invoiceOf(Id delivery) {
        var invoice = deliveries.lock(sales.company(), delivery).invoice();
        if (invoice == null) {
            throw new Conflict(
                    "crm.credit.not-invoiced", "these goods were never invoiced; issue the invoice first, then credit");
        }
        return invoice;
    }

    /** Goods that came back from the invoice and are not credited yet. */
    List<Id> uncredited(Id invoice) {
        return deliveries.uncredited(sales.company(), invoice);
    }
}
