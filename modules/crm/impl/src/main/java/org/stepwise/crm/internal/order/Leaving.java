package org.stepwise.crm.internal.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.stepwise.crm.OrderService.LineQuantity;
import org.stepwise.data.Amounts;
import org.stepwise.error.Rejected;
import org.stepwise.warehouse.event.MovementLine;

/** Which goods of an order leave the house. */
final class Leaving {
    private final String order;
    private final List<OrderLineRow> lines;

    Leaving(String order, List<OrderLineRow> lines) {
        this.order = order;
        this.lines = lines;
    }

    /** What the order still wants; when that is nothing, what came back. */
    List<MovementLine> allOpen() {
        var wanted = all(OrderLineRow::undelivered);
        return wanted.isEmpty() ? all(OrderLineRow::deliverable) : wanted;
    }

    private List<MovementLine> all(Function<OrderLineRow, BigDecimal> quantity) {
        List<MovementLine> leaving = new ArrayList<>();
        for (var line : lines) {
            if (line.stocked() && quantity.apply(line).signum() > 0) {
                leaving.add(new MovementLine(
                        leaving.size() + 1, line.line(), line.content().product(), quantity.apply(line)));
            }
        }
        return leaving;
    }

    List<MovementLine> chosen(List<LineQuantity> wanted, IntFunction<OrderLineRow> lineOf) {
        Map<Integer, BigDecimal> quantities = new TreeMap<>();
        wanted.forEach(one -> quantities.merge(one.line(), one.quantity(), BigDecimal::add));
        List<MovementLine> leaving = new ArrayList<>();
        quantities.forEach((number, quantity) -> {
            var line = lineOf.apply(number);
            if (!line.stocked() || quantity.compareTo(line.deliverable()) > 0) {
                throw new Rejected(
                        "crm.delivery.more-than-open",
                        "line " + number + " of order " + order + " has " + Amounts.plain(line.deliverable())
                                + " left to deliver, not " + Amounts.plain(quantity));
            }
            leaving.add(
                    new MovementLine(leaving.size() + 1, number, line.content().product(), quantity));
        });
        return leaving;
    }
}
