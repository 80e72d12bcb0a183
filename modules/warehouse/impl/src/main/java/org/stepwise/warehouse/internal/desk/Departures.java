package org.stepwise.warehouse.internal.desk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.error.Rejected;
import org.stepwise.warehouse.StockService.NewDelivery;
import org.stepwise.warehouse.StockService.Picked;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.MovementLine;
import org.stepwise.warehouse.internal.document.DocumentRows;
import org.stepwise.warehouse.internal.document.KnownOrder;
import org.stepwise.warehouse.internal.document.KnownOrderLine;
import org.stepwise.warehouse.internal.stock.HoldRows;
import org.stepwise.warehouse.internal.stock.StockGuard;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.warehouse.internal.verb.WarehouseVerbs;

/** Goods leave: deliveries are planned, changed and posted. */
@Component(service = Departures.class)
public final class Departures {
    private final WarehouseVerbs verbs;
    private final DocumentRows rows;
    private final StockGuard guard;
    private final HoldRows holds;
    private final Ids ids;

    @Activate
    public Departures(
            @Reference WarehouseVerbs verbs,
            @Reference DocumentRows rows,
            @Reference StockGuard guard,
            @Reference HoldRows holds,
            @Reference Ids ids) {
        this.verbs = verbs;
        this.rows = rows;
        this.guard = guard;
        this.holds = holds;
        this.ids = ids;
    }

    Id plan(NewDelivery wanted) {
        verbs.catchUp();
        return verbs.write(WarehousePermissions.DELIVERY_PLAN, () -> {
            var delivery = Quantities.INPUT.checked(wanted);
            var known = rows.order(verbs.company(), delivery.order());
            var lines =
                    delivery.lines().isEmpty() ? rest(known) : lines(known, Quantities.byOrderLine(delivery.lines()));
            var planned = ids.next();
            rows.plan(verbs.caller(), planned, known, lines);
            return planned;
        });
    }

    void change(Id delivery, long version, Picked wanted) {
        verbs.write(WarehousePermissions.DELIVERY_PLAN, () -> {
            var picked = Quantities.INPUT.checked(wanted);
            var company = verbs.company();
            var planned = rows.document(company, delivery);
            planned.requirePlanned();
            planned.requireVersion(version);
            var order = rows.order(company, planned.order());
            rows.replaceLines(company, delivery, lines(order, Quantities.byOrderLine(picked.lines())));
            planned.changed();
            return null;
        });
    }

    /** A draft goes without a trace: nothing has moved. */
    void discard(Id delivery, long version) {
        verbs.write(WarehousePermissions.DELIVERY_PLAN, () -> {
            var planned = rows.document(verbs.company(), delivery);
            planned.requirePlanned();
            planned.requireVersion(version);
            rows.remove(planned);
            return null;
        });
    }

    void post(Id delivery, long version, LocalDate on) {
        verbs.catchUp();
        verbs.issue(WarehousePermissions.DELIVERY_POST, delivery, () -> {
            var planned = rows.document(verbs.company(), delivery);
            planned.requirePlanned();
            planned.requireVersion(version);
            var order = rows.order(verbs.company(), planned.order());
            var wanted = new TreeMap<Integer, BigDecimal>();
            rows.lines(verbs.company(), delivery)
                    .forEach(line -> wanted.merge(line.orderLine(), line.quantity(), BigDecimal::add));
            leave(delivery, order, lines(order, wanted), on);
        });
    }

    Id deliver(Id order, LocalDate on) {
        verbs.catchUp();
        var delivery = ids.next();
        return verbs.issue(WarehousePermissions.DELIVERY_POST, delivery, () -> {
            var known = rows.order(verbs.company(), order);
            leave(delivery, known, rest(known), on);
        });
    }

    private void leave(Id delivery, KnownOrder order, List<MovementLine> lines, LocalDate on) {
        var leaving = new TreeMap<Id, StockGuard.Leaving>();
        lines.forEach(
                line -> leaving.computeIfAbsent(line.product(), product -> new StockGuard.Leaving(new TreeMap<>()))
                        .lines()
                        .merge(line.orderLine(), line.quantity(), BigDecimal::add));
        var day = verbs.day(on);
        order.requireNotBefore(day);
        if (verbs.history()) {
            guard.requireThere(verbs.company(), day, leaving);
        } else {
            guard.requireCanLeave(verbs.company(), order.id(), day, leaving);
        }
        verbs.record(day, new DeliveryPosted(delivery, order.id(), order.customer(), lines));
        holds.delete(verbs.company(), order.id());
    }

    /** All that the order still wants; if that is nothing, what came back of it. Refuses when that is nothing too. */
    private List<MovementLine> rest(KnownOrder order) {
        var lines = wanting(order).values();
        var open = lines.stream().anyMatch(line -> line.rest().signum() > 0);
        var wanted = new TreeMap<Integer, BigDecimal>();
        lines.forEach(line -> wanted.put(line.line(), open ? line.rest() : line.most()));
        wanted.values().removeIf(quantity -> quantity.signum() == 0);
        if (wanted.isEmpty()) {
            throw new Rejected(
                    "warehouse.delivery.nothing-wanted",
                    "order " + order.name() + " wants no more goods: all of it is delivered");
        }
        return lines(order, wanted);
    }

    /** Refuses more than what of any line is ordered and not with the customer. */
    private List<MovementLine> lines(KnownOrder order, SortedMap<Integer, BigDecimal> quantities) {
        var wanting = wanting(order);
        var lines = new ArrayList<MovementLine>();
        quantities.forEach((number, quantity) -> {
            var line = wanting.get(number);
            var rest = line == null ? BigDecimal.ZERO : line.most();
            if (quantity.compareTo(rest) > 0) {
                throw new Rejected(
                        "warehouse.delivery.too-much",
                        "line " + number + " of order " + order.name() + " still wants " + Amounts.plain(rest)
                                + ", not " + Amounts.plain(quantity) + "; deliver less",
                        Map.of("lines", "line " + number + " is too much"));
            }
            lines.add(new MovementLine(lines.size() + 1, number, line.product(), quantity));
        });
        return lines;
    }

    private Map<Integer, KnownOrderLine> wanting(KnownOrder order) {
        if (order.isCancelled()) {
            throw new Rejected(
                    "warehouse.order.cancelled",
                    "order " + order.name() + " is cancelled; what was not delivered stays here");
        }
        return rows.orderLines(verbs.company(), order.id()).stream()
                .collect(Collectors.toMap(KnownOrderLine::line, line -> line));
    }
}
