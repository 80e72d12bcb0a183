package org.stepwise.crm.internal.fact;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.document.GoodsReturn;
import org.stepwise.crm.event.OrderCancelled;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.crm.internal.delivery.Delivery;
import org.stepwise.crm.internal.delivery.DeliveryRows;
import org.stepwise.crm.internal.order.Order;
import org.stepwise.crm.internal.order.OrderRows;
import org.stepwise.log.Recorded;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReturned;

/** Writes orders, deliveries and returns from their facts. */
@Component(service = OrderFacts.class)
public final class OrderFacts {
    private final OrderRows orders;
    private final DeliveryRows deliveries;
    private final DocumentNumbers numbers;

    @Activate
    public OrderFacts(
            @Reference OrderRows orders, @Reference DeliveryRows deliveries, @Reference DocumentNumbers numbers) {
        this.orders = orders;
        this.deliveries = deliveries;
        this.numbers = numbers;
    }

    /** The row of a draft becomes the order; in a rebuild there is no draft. */
    void confirmed(Recorded<OrderConfirmed> recorded) {
        var fact = recorded.event();
        var company = recorded.company();
        var draft = orders.tryLock(company, fact.order());
        if (draft.isPresent()) {
            draft.get().apply(fact, recorded.on());
        } else {
            var order = new Order(company, fact.order(), numbers.take(company, fact.order()));
            order.apply(fact, recorded.on());
            orders.add(company, order);
        }
    }

    void cancelled(Recorded<OrderCancelled> recorded) {
        orders.lock(recorded.company(), recorded.event().order()).apply(recorded.event());
    }

    void delivered(Recorded<DeliveryPosted> recorded) {
        orders.lock(recorded.company(), recorded.event().order()).apply(recorded.event());
        deliveries.add(recorded.company(), new Delivery(recorded.company(), recorded.on(), recorded.event()));
    }

    void returned(Recorded<GoodsReturned> recorded) {
        orders.lock(recorded.company(), recorded.event().order()).apply(recorded.event());
        deliveries.lock(recorded.company(), recorded.event().delivery()).apply(recorded.event());
    }

    static GoodsReturn back(Recorded<GoodsReturned> recorded) {
        var fact = recorded.event();
        return new GoodsReturn(
                fact.delivery(),
                fact.order(),
                fact.customer(),
                recorded.on(),
                fact.reason(),
                null,
                null,
                fact.lines().stream()
                        .map(line -> new GoodsReturn.Line(line.orderLine(), line.product(), line.quantity()))
                        .toList());
    }
}
