package org.stepwise.crm.internal.order;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.OrderService.DeliveryView;
import org.stepwise.crm.OrderService.LineView;
import org.stepwise.crm.OrderService.OrderView;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.crm.internal.Waiting;
import org.stepwise.crm.internal.delivery.DeliveryRows;
import org.stepwise.data.Id;
import org.stepwise.masterdata.MasterData;

/** Shows orders as they stand. */
@Component(service = OrderViews.class)
public final class OrderViews {
    private final OrderRows orders;
    private final DeliveryRows deliveries;
    private final MasterData masterData;
    private final SalesVerbs sales;
    private final Waiting waiting;

    @Activate
    public OrderViews(
            @Reference OrderRows orders,
            @Reference DeliveryRows deliveries,
            @Reference MasterData masterData,
            @Reference SalesVerbs sales,
            @Reference Waiting waiting) {
        this.orders = orders;
        this.deliveries = deliveries;
        this.masterData = masterData;
        this.sales = sales;
        this.waiting = waiting;
    }

    /** In the running transaction, with everything it changed so far. */
    OrderView of(Id order) {
        orders.flush();
        var row = orders.get(sales.company(), order);
        var content = row.content();
        var figures = row.figures();
        return new OrderView(
                order,
                figures.number(),
                content.reference(),
                content.customer(),
                figures.customerName(),
                content.salesperson(),
                figures.status().name(),
                content.orderedOn(),
                content.requiredOn(),
                content.currency(),
                figures.net(),
                content.freight(),
                figures.tax(),
                figures.total(),
                figures.version(),
                row.lines().stream().map(this::line).toList(),
                deliveries(order));
    }

    /** The number comes after the commit, a moment before sales has noted it. */
    OrderView numbered(OrderView view) {
        if (view.number() != null) {
            return view;
        }
        return new OrderView(
                view.id(),
                waiting.number(sales.company(), view.id()),
                view.reference(),
                view.customer(),
                view.customerName(),
                view.salesperson(),
                view.status(),
                view.orderedOn(),
                view.requiredOn(),
                view.currency(),
                view.net(),
                view.freight(),
                view.tax(),
                view.total(),
                view.version(),
                view.lines(),
                view.deliveries());
    }

    private LineView line(OrderLineRow row) {
        var content = row.content();
        var product = masterData.product(content.product());
        return new LineView(
                content.line(),
                content.product(),
                product.code(),
                product.name(),
                content.quantity(),
                content.unit(),
                content.price(),
                content.discount(),
                content.net(),
                row.delivered(),
                row.invoiced());
    }

    private List<DeliveryView> deliveries(Id order) {
        return deliveries.ofOrder(sales.company(), order).stream()
                .map(delivery -> new DeliveryView(delivery.id(), delivery.on(), delivery.invoice()))
                .toList();
    }
}
