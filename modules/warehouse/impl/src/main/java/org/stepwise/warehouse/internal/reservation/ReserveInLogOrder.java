package org.stepwise.warehouse.internal.reservation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.crm.event.OrderCancelled;
import org.stepwise.crm.event.OrderConfirmed;
import org.stepwise.crm.event.OrderLine;
import org.stepwise.data.Id;
import org.stepwise.data.Sql;
import org.stepwise.data.Transactions;
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

/** Reserves stock for orders strictly in the order of the log; see {@link Shelf} for the rules. */
@Component(service = Reaction.class)
public final class ReserveInLogOrder implements Reaction {
    private final Transactions transactions;
    private final Sql sql;

    @Activate
    public ReserveInLogOrder(@Reference Transactions transactions, @Reference Sql sql) {
        this.transactions = transactions;
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

    private Shelves shelves(Id company) {
        return transactions.pending(new Key(company), () -> new Shelves(sql, company));
    }

    private record Key(Id company) {}

    private void know(Entry<ProductRecorded> entry) {
        var product = entry.event().product();
        shelves(entry.company())
                .with(List.of(product))
                .know(product, entry.event().kind().equals("GOODS"));
    }

    private void receive(Id company, List<ReceiptLine> lines) {
        var shelves = shelves(company).with(received(lines));
        lines.forEach(line -> shelves.at(line.product(), shelf -> shelf.arrive(line.quantity())));
    }

    private void takeBack(Id company, List<MovementLine> lines) {
        var shelves = shelves(company).with(moved(lines));
        lines.forEach(line -> shelves.at(line.product(), shelf -> shelf.arrive(line.quantity())));
    }

    private void deliver(Entry<DeliveryPosted> entry) {
        var fact = entry.event();
        var shelves = shelves(entry.company()).with(moved(fact.lines()));
        fact.lines()
                .forEach(line -> shelves.at(
                        line.product(), shelf -> shelf.deliver(fact.order(), line.orderLine(), line.quantity())));
    }

    private void confirm(Entry<OrderConfirmed> entry) {
        var fact = entry.event();
        var shelves = shelves(entry.company()).with(wanted(fact.lines()));
        fact.lines().stream().filter(OrderLine::stocked).forEach(line -> {
            var demand = Demand.fresh(fact.order(), line.line(), line.product(), line.quantity(), entry.position());
            shelves.at(line.product(), shelf -> shelf.demand(fact.held() ? demand.withHold() : demand));
        });
    }

    private void cancel(Entry<OrderCancelled> entry) {
        var shelves = shelves(entry.company());
        var demands = shelves.of(entry.event().order());
        shelves.with(demands.stream().map(Demand::product).toList());
        demands.forEach(demand -> shelves.at(demand.product(), shelf -> shelf.cancel(demand.order(), demand.line())));
    }
}
