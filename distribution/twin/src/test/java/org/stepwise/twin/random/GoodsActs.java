package org.stepwise.twin.random;

import java.math.BigDecimal;
import java.util.List;
import org.stepwise.crm.OrderService;
import org.stepwise.crm.OrderService.HandDelivery;
import org.stepwise.crm.OrderService.HandReturn;
import org.stepwise.crm.OrderService.LineQuantity;
import org.stepwise.data.Id;
import org.stepwise.masterdata.GoodsByHand;
import org.stepwise.masterdata.GoodsByHand.Kind;
import org.stepwise.masterdata.GoodsByHand.NewGoods;
import org.stepwise.twin.random.Life.Things;
import org.stepwise.warehouse.StockService;
import org.stepwise.warehouse.StockService.NewDelivery;
import org.stepwise.warehouse.StockService.NewMovementLine;
import org.stepwise.warehouse.StockService.NewOpening;
import org.stepwise.warehouse.StockService.NewReceipt;
import org.stepwise.warehouse.StockService.NewReceiptLine;
import org.stepwise.warehouse.StockService.NewReturn;
import org.stepwise.warehouse.StockService.NewValuation;
import org.stepwise.warehouse.StockService.Picked;

/** Goods that come, leave and come back: by the warehouse, or by hand while it is off. */
final class GoodsActs {
    private static final String WAREHOUSE = "warehouse";
    private static final int ODD = 2;

    private final Life life;
    private final StockService stock;
    private final OrderService orders;
    private final GoodsByHand byHand;

    GoodsActs(Life life) {
        this.life = life;
        stock = life.company().service(StockService.class);
        orders = life.company().service(OrderService.class);
        byHand = life.company().service(GoodsByHand.class);
    }

    void deliver(Act act) {
        Things.pick(life.things().orders, act)
                .ifPresent(order -> life.things().deliveries.add(delivered(order, act)));
    }

    private Id delivered(Id order, Act act) {
        return life.owns(WAREHOUSE)
                ? stock.deliver(order, life.day(act))
                : orders.deliver(order, -1, new HandDelivery(List.of(), life.day(act)));
    }

    void deliverPart(Act act) {
        Things.pick(life.things().orders, act).ifPresent(order -> {
            var things = life.things();
            if (life.owns(WAREHOUSE)) {
                var planned = stock.plan(NewDelivery.of(order));
                things.plans.add(planned);
                stock.change(planned, -1, new Picked(moved(1, act.quantity())));
                posted(things, planned, act);
            } else {
                things.deliveries.add(orders.deliver(
                        order, -1, new HandDelivery(List.of(new LineQuantity(1, act.quantity())), life.day(act))));
            }
        });
    }

    void plan(Act act) {
        Things.pick(life.things().orders, act)
                .ifPresent(order -> life.things().plans.add(stock.plan(NewDelivery.of(order))));
    }

    void changePlan(Act act) {
        Things.pick(life.things().plans, act)
                .ifPresent(planned -> stock.change(planned, -1, new Picked(moved(1, act.quantity()))));
    }

    void post(Act act) {
        Things.pick(life.things().plans, act).ifPresent(planned -> posted(life.things(), planned, act));
    }

    private void posted(Things things, Id planned, Act act) {
        stock.post(planned, -1, life.day(act));
        things.plans.remove(planned);
        things.deliveries.add(planned);
    }

    void takeBack(Act act) {
        Things.pick(life.things().deliveries, act)
                .ifPresent(delivery -> life.things().returns.add(takenBack(delivery, act)));
    }

    private Id takenBack(Id delivery, Act act) {
        var day = life.day(act);
        return life.owns(WAREHOUSE)
                ? stock.takeBack(new NewReturn(delivery, "damaged", day, moved(1, act.quantity())))
                : orders.takeBack(
                        delivery, new HandReturn(List.of(new LineQuantity(1, act.quantity())), "damaged", day));
    }

    void receive(Act act) {
        if (life.owns(WAREHOUSE)) {
            stock.receive(new NewReceipt(null, "R", life.day(act), received(act)));
        } else {
            byHand.record(new NewGoods(Kind.RECEIPT, life.day(act), null, "R", receivedByHand(act)));
        }
    }

    void open(Act act) {
        if (life.owns(WAREHOUSE)) {
            stock.open(new NewOpening(life.day(act), received(act)));
        } else {
            byHand.record(new NewGoods(Kind.OPENING, life.day(act), null, null, receivedByHand(act)));
        }
    }

    void setValuation(Act act) {
        stock.setValuation(new NewValuation(act.which() % ODD == 1 ? "FIFO" : "AVERAGE", life.begins(act)));
    }

    /** As long as nothing used it. */
    void withdrawValuation(Act act) {
        stock.withdrawValuation(life.begins(act));
    }

    private static List<NewMovementLine> moved(int orderLine, BigDecimal quantity) {
        return List.of(new NewMovementLine(orderLine, quantity));
    }

    private List<NewReceiptLine> received(Act act) {
        var product = Things.pick(life.things().products, act).orElseThrow();
        return List.of(new NewReceiptLine(product, act.quantity(), act.amount()));
    }

    private List<GoodsByHand.Line> receivedByHand(Act act) {
        var product = Things.pick(life.things().products, act).orElseThrow();
        return List.of(new GoodsByHand.Line(product, act.quantity(), act.amount()));
    }
}
