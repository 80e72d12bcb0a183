package org.stepwise.crm.internal.order;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.OrderService.DeliveryView;
import org.stepwise.crm.OrderService.LineView;
import org.stepwise.crm.OrderService.OrderView;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.crm.internal.delivery.DeliveryRows;
import org.stepwise.data.Id;
import org.stepwise.masterdata.MasterData.ProductView;
import org.stepwise.row.NamedRows.Called;

/** Shows orders as they stand. */
@Component(service = OrderViews.class)
public final class OrderViews {
    private final OrderRows orders;
    private final DeliveryRows deliveries;
    private final SalesVerbs sales;

    @Activate
    public OrderViews(@Reference OrderRows orders, @Reference DeliveryRows deliveries, @Reference SalesVerbs sales) {
        this.orders = orders;
        this.deliveries = deliveries;
        this.sales = sales;
    }

    /** In the running transaction, with everything it changed so far. */
    OrderView of(Id order) {
        orders.flush();
        var row = orders.get(sales.company(), order);
        return view(row, products(row), deliveries.views(sales.company(), order));
    }

    /** Of an order that nothing was delivered of yet. */
    OrderView undelivered(Order row, Map<Id, ProductView> products) {
        orders.flush();
        var called = new HashMap<Id, Called>();
        products.forEach((id, product) -> called.put(id, new Called(product.code(), product.name())));
        return view(row, called, List.of());
    }

    private Map<Id, Called> products(Order row) {
        return sales.rows()
                .called(
                        "masterdata.products",
                        row.lines().stream()
                                .map(line -> line.content().product())
                                .toList());
    }

    private OrderView view(Order row, Map<Id, Called> products, List<DeliveryView> delivered) {
        var content = row.content();
        var figures = row.figures();
        return new OrderView(
                content.order(),
                figures.number(),
                content.reference(),
                content.customer(),
                sales.rows().called("masterdata.parties", content.customer()).name(),
                content.salesperson(),
                figures.status().name(),
                content.orderedOn(),
                content.requiredOn(),
                content.currency(),
                figures.net(),
                content.freight(),
                figures.tax(),
                figures.total(),
                content.rounding(),
                figures.cancelled(),
                figures.version(),
                row.lines().stream().map(line -> line(row, line, products)).toList(),
                delivered);
    }

    /** Answers once the order that the verb makes binding is numbered, which is after its commit. */
    OrderView numbered(Id order, Supplier<OrderView> verb) {
        return sales.issue(order, verb, OrderViews::numbered);
    }

    private static OrderView numbered(OrderView view, String number) {
        return new OrderView(
                view.id(),
                number,
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
                view.rounding(),
                view.cancelled(),
                view.version(),
                view.lines(),
                view.deliveries());
    }

    private static LineView line(Order order, OrderLineRow row, Map<Id, Called> products) {
        var content = row.content();
        var product = products.getOrDefault(content.product(), Called.NOTHING);
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
                content.tax(),
                row.delivered(),
                row.returned(),
                row.invoiced(),
                order.givenUp(row));
    }
}
