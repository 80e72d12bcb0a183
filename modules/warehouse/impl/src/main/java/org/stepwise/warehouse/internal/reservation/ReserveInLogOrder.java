package org.stepwise.warehouse.internal.reservation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.event.OrderCancelled;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.crm.event.OrderLine;
import org.stepwise.data.Id;
import org.stepwise.log.Entry;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;
import org.stepwise.masterdata.event.ProductRecorded;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReceived;
import org.stepwise.warehouse.event.GoodsReturned;
import org.stepwise.warehouse.event.MovementLine;
import org.stepwise.warehouse.event.OpeningStockRecorded;
import org.stepwise.warehouse.event.ReceiptLine;
import org.stepwise.warehouse.internal.sql.Sql;

/** Reserves stock for orders strictly in the order of the log; see {@link Shelf} for the rules. */
@Component(service = Reaction.class)
public final class ReserveInLogOrder implements Reaction {
    private final Sql sql;

    @Activate
    public ReserveInLogOrder(@Reference Sql sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return "warehouse";
    }

    @Override
    public String name() {
        return "warehouse.reservation";
    }

    @Override
    public void define(Handlers on) {
        on.react(ProductRecorded.class, fact -> keys(List.of(fact.product())), (entry, conclude) -> know(entry));
        on.react(
                OpeningStockRecorded.class,
                fact -> keys(received(fact.lines())),
                (entry, conclude) -> receive(entry.company(), entry.event().lines()));
        on.react(
                GoodsReceived.class,
                fact -> keys(received(fact.lines())),
                (entry, conclude) -> receive(entry.company(), entry.event().lines()));
        on.react(
                GoodsReturned.class,
                fact -> keys(moved(fact.lines())),
                (entry, conclude) -> takeBack(entry.company(), entry.event().lines()));
        on.react(
                DeliveryPosted.class,
                fact -> keys(moved(fact.lines()), fact.order()),
                (entry, conclude) -> deliver(entry));
        on.react(
                OrderConfirmed.class,
                fact -> keys(wanted(fact.lines()), fact.order()),
                (entry, conclude) -> confirm(entry));
        on.react(OrderCancelled.class, fact -> keys(List.of(fact.order())), (entry, conclude) -> cancel(entry));
    }

    private static Collection<String> keys(Collection<Id> products, Id... others) {
        var keys = new ArrayList<String>();
        products.forEach(product -> keys.add(product.toString()));
        for (var other : others) {
            keys.add(other.toString());
        }
        return keys;
    }

    private static List<Id> received(List<ReceiptLine> lines) {
        return lines.stream().map(ReceiptLine::product).toList();
    }

    private static List<Id> moved(List<MovementLine> lines) {
        return lines.stream().map(MovementLine::product).toList();
    }

    private static List<Id> wanted(List<OrderLine> lines) {
        return lines.stream().filter(OrderLine::stocked).map(OrderLine::product).toList();
    }

    private void know(Entry<ProductRecorded> entry) {
        var goods = entry.event().kind().equals("GOODS");
        sql.put(
                new Sql.Statement(
                        "UPDATE warehouse.supply SET goods = ? WHERE company = ? AND product = ?",
                        goods,
                        entry.company(),
                        entry.event().product()),
                new Sql.Statement(
                        "INSERT INTO warehouse.supply (company, product, goods, on_hand, reserved)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        entry.company(),
                        entry.event().product(),
                        goods,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO));
    }

    private void receive(Id company, List<ReceiptLine> lines) {
        lines.forEach(line -> at(company, line.product(), shelf -> shelf.arrive(line.quantity())));
    }

    private void takeBack(Id company, List<MovementLine> lines) {
        lines.forEach(line -> at(company, line.product(), shelf -> shelf.arrive(line.quantity())));
    }

    private void deliver(Entry<DeliveryPosted> entry) {
        for (var line : entry.event().lines()) {
            at(
                    entry.company(),
                    line.product(),
                    shelf -> shelf.deliver(entry.event().order(), line.orderLine(), line.quantity()));
        }
    }

    private void confirm(Entry<OrderConfirmed> entry) {
        var fact = entry.event();
        fact.lines().stream().filter(OrderLine::stocked).forEach(line -> {
            var demand = Demand.fresh(fact.order(), line.line(), line.product(), line.quantity(), entry.position());
            at(entry.company(), line.product(), shelf -> shelf.demand(demand));
        });
    }

    private void cancel(Entry<OrderCancelled> entry) {
        var demands = sql.list(
                StoredDemands::read,
                "SELECT " + StoredDemands.COLUMNS + " FROM warehouse.demand WHERE company = ? AND order_id = ?"
                        + " ORDER BY line",
                entry.company(),
                entry.event().order());
        demands.forEach(demand -> at(entry.company(), demand.product(), shelf -> shelf.cancel(demand)));
    }

    /** Services are ordered and delivered too, but lie on no shelf. */
    private void at(Id company, Id product, Consumer<Shelf> work) {
        var supply = sql.first(
                row -> new Supply(row.getBoolean(1), row.getBigDecimal(2), row.getBigDecimal(3)),
                "SELECT goods, on_hand, reserved FROM warehouse.supply WHERE company = ? AND product = ?",
                company,
                product);
        if (supply.isPresent() && !supply.get().goods()) {
            return;
        }
        var known = supply.orElse(new Supply(true, BigDecimal.ZERO, BigDecimal.ZERO));
        var shelf = new Shelf(known.onHand(), known.reserved(), new StoredDemands(sql, company, product));
        work.accept(shelf);
        sql.put(
                new Sql.Statement(
                        "UPDATE warehouse.supply SET on_hand = ?, reserved = ? WHERE company = ? AND product = ?",
                        shelf.onHand(),
                        shelf.reserved(),
                        company,
                        product),
                new Sql.Statement(
                        "INSERT INTO warehouse.supply (company, product, goods, on_hand, reserved)"
                                + " VALUES (?, ?, TRUE, ?, ?)",
                        company,
                        product,
                        shelf.onHand(),
                        shelf.reserved()));
    }

    private record Supply(boolean goods, BigDecimal onHand, BigDecimal reserved) {}
}
