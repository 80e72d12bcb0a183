package org.stepwise.warehouse.internal.desk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Amounts;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.error.Rejected;
import org.stepwise.input.Reasoned;
import org.stepwise.warehouse.StockService.NewMovementLine;
import org.stepwise.warehouse.StockService.NewReturn;
import org.stepwise.warehouse.event.GoodsReturned;
import org.stepwise.warehouse.event.MovementLine;
import org.stepwise.warehouse.internal.document.Document;
import org.stepwise.warehouse.internal.document.DocumentLine;
import org.stepwise.warehouse.internal.document.DocumentRows;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.warehouse.internal.verb.WarehouseVerbs;

/** Goods of a delivery come back. */
@Component(service = Returns.class)
public final class Returns {
    private final WarehouseVerbs verbs;
    private final DocumentRows rows;
    private final Ids ids;

    @Activate
    public Returns(@Reference WarehouseVerbs verbs, @Reference DocumentRows rows, @Reference Ids ids) {
        this.verbs = verbs;
        this.rows = rows;
        this.ids = ids;
    }

    Id takeBack(NewReturn wanted) {
        verbs.catchUp();
        var id = ids.next();
        return verbs.issue(WarehousePermissions.RETURN_RECORD, id, () -> record(id, wanted));
    }

    Id takeBackAll(Id delivery, Reasoned why) {
        verbs.catchUp();
        var id = ids.next();
        return verbs.issue(WarehousePermissions.RETURN_RECORD, id, () -> {
            rows.document(verbs.company(), delivery, Document.Kind.DELIVERY).requireDelivered();
            var out = rows.lines(verbs.company(), delivery).stream()
                    .map(line -> new NewMovementLine(line.orderLine(), line.out()))
                    .toList();
            record(id, new NewReturn(delivery, why.reason(), why.on(), out));
        });
    }

    private void record(Id id, NewReturn wanted) {
        var back = Quantities.INPUT.checked(wanted);
        var posted = rows.document(verbs.company(), back.delivery(), Document.Kind.DELIVERY);
        posted.requireDelivered();
        var day = verbs.day(back.on());
        posted.requireNotBefore(day);
        var fact = new GoodsReturned(
                id, posted.id(), posted.order(), posted.party(), back.reason(), coming(posted, back.lines()));
        verbs.record(day, fact);
    }

    /** Refuses more than the delivery brought and did not get back yet. */
    private List<MovementLine> coming(Document posted, List<NewMovementLine> wanted) {
        var delivered = rows.lines(verbs.company(), posted.id());
        var lines = new ArrayList<MovementLine>();
        Quantities.byOrderLine(wanted).forEach((number, quantity) -> {
            var of = delivered.stream()
                    .filter(line -> line.orderLine() == number)
                    .toList();
            var out = of.stream().map(DocumentLine::out).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (quantity.compareTo(out) > 0) {
                throw new Rejected(
                        "warehouse.return.too-much",
                        "of order line " + number + " in delivery " + posted.name() + " " + Amounts.plain(out)
                                + " can still come back, not " + Amounts.plain(quantity),
                        Map.of("lines", "line " + number + " is too much"));
            }
            lines.add(new MovementLine(lines.size() + 1, number, of.get(0).product(), quantity));
        });
        return lines;
    }
}
