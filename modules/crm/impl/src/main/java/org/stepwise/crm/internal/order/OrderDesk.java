package org.stepwise.crm.internal.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.crm.internal.CrmPermissions;
import org.stepwise.crm.internal.SalesVerbs;
import org.stepwise.crm.internal.Wanted;
import org.stepwise.crm.internal.order.OrderDrafts.Draft;
import org.stepwise.data.Id;
import org.stepwise.input.Reasoned;

/** Takes orders, from draft to done. */
@Component
public final class OrderDesk implements OrderService {
    private final SalesVerbs sales;
    private final OrderRows orders;
    private final OrderDrafts drafts;
    private final OrderViews views;
    private final HandDoor handDoor;

    @Activate
    public OrderDesk(
            @Reference SalesVerbs sales,
            @Reference OrderRows orders,
            @Reference OrderDrafts drafts,
            @Reference OrderViews views,
            @Reference HandDoor handDoor) {
        this.sales = sales;
        this.orders = orders;
        this.drafts = drafts;
        this.views = views;
        this.handDoor = handDoor;
    }

    @Override
    public Id draft(NewOrder wanted) {
        return sales.write(CrmPermissions.ORDER_DRAFT, () -> {
            return added(drafts.draft(sales.next(), wanted, null), wanted.hold())
                    .id();
        });
    }

    private Order added(Draft draft, boolean hold) {
        var row = new Order(sales.company(), draft.content().order(), null);
        row.write(draft.content());
        orders.add(sales.company(), row);
        return hold ? sales.write(CrmPermissions.ORDER_HOLD, () -> held(row, -1)) : row;
    }

    @Override
    public NewOrder wanted(Id order) {
        return sales.read(CrmPermissions.ORDER_READ, () -> orders.get(sales.company(), order)
                .wanted());
    }

    @Override
    public void change(Id order, long version, NewOrder wanted) {
        sales.write(CrmPermissions.ORDER_DRAFT, () -> {
            var row = orders.lock(sales.company(), order);
            var draft = drafts.draft(order, wanted, row.wanted());
            row.redraft(version, draft.content());
            handDoor.holds().release(order);
            return null;
        });
    }

    @Override
    public void hold(Id order, long version) {
        sales.write(CrmPermissions.ORDER_HOLD, () -> held(orders.lock(sales.company(), order), version));
    }

    private Order held(Order row, long version) {
        row.requireHoldable(version);
        Map<Id, BigDecimal> wanted = new TreeMap<>();
        row.lines().stream()
                .filter(OrderLineRow::stocked)
                .map(OrderLineRow::content)
                .forEach(line -> wanted.merge(line.product(), line.quantity(), BigDecimal::add));
        handDoor.holds().hold(row.id(), wanted);
        return row;
    }

    @Override
    public OrderView confirm(Id order, long version, LocalDate on) {
        return views.numbered(
                order,
                () -> sales.write(CrmPermissions.ORDER_CONFIRM, () -> {
                    var row = orders.lock(sales.company(), order);
                    var held = handDoor.holds().kept(order);
                    var confirmed = drafts.confirmed(row.confirm(version));
                    record(confirmed.content(), sales.day(on), held);
                    return views.undelivered(row, confirmed.products());
                }));
    }

    private void record(OrderConfirmed fact, LocalDate on, boolean held) {
        sales.record(on, held ? fact.withHold() : fact);
    }

    @Override
    public OrderView place(NewOrder wanted) {
        var id = sales.next();
        return views.numbered(
                id,
                () -> sales.write(CrmPermissions.ORDER_DRAFT, () -> {
                    var draft = drafts.draft(id, wanted, null);
                    var row = added(draft, wanted.hold());
                    var on = draft.content().orderedOn();
                    sales.write(CrmPermissions.ORDER_CONFIRM, () -> {
                        record(row.confirm(-1), on, wanted.hold());
                        return null;
                    });
                    return views.undelivered(row, draft.products());
                }));
    }

    @Override
    public OrderView cancel(Id order, long version, Reasoned wanted) {
        return sales.write(CrmPermissions.ORDER_CANCEL, () -> {
            var why = Wanted.INPUT.checked(wanted);
            var row = orders.lock(sales.company(), order);
            var fact = row.cancel(version, why.reason());
            fact.ifPresentOrElse(given -> sales.record(sales.day(why.on()), given), row::discard);
            handDoor.holds().release(order);
            return views.of(order);
        });
    }

    @Override
    public Id deliver(Id order, long version, HandDelivery goods) {
        return handDoor.deliver(order, version, goods);
    }

    @Override
    public Id takeBack(Id delivery, HandReturn goods) {
        return handDoor.takeBack(delivery, goods);
    }

    @Override
    public OrderView find(Id order) {
        return sales.read(CrmPermissions.ORDER_READ, () -> views.of(order));
    }

    @Override
    public Optional<OrderView> findByReference(String reference) {
        return sales.read(CrmPermissions.ORDER_READ, () -> orders.byReference(sales.company(), reference)
                .map(views::of));
    }
}
