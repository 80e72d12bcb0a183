package org.stepwise.masterdata.internal.goods;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.error.Conflict;
import org.stepwise.error.Rejected;
import org.stepwise.log.Log;
import org.stepwise.log.event.Fact;
import org.stepwise.masterdata.GoodsByHand;
import org.stepwise.masterdata.MasterData;
import org.stepwise.masterdata.internal.MasterDataPermissions;
import org.stepwise.masterdata.internal.Wanted;
import org.stepwise.module.Verbs;
import org.stepwise.row.NamedRows;
import org.stepwise.warehouse.event.GoodsReceived;
import org.stepwise.warehouse.event.OpeningStockRecorded;
import org.stepwise.warehouse.event.ReceiptLine;

/** Decides what of goods may be recorded by hand: the same facts, with the same content, as the warehouse's door. */
@Component
public final class GoodsDesk implements GoodsByHand {
    private static final String MODULE = "masterdata";

    private final Verbs verbs;
    private final Log log;
    private final Ids ids;
    private final MasterData masterData;
    private final NamedRows rows;

    @Activate
    public GoodsDesk(
            @Reference Verbs verbs,
            @Reference Log log,
            @Reference Ids ids,
            @Reference MasterData masterData,
            @Reference NamedRows rows) {
        this.rows = rows;
        this.verbs = verbs;
        this.log = log;
        this.ids = ids;
        this.masterData = masterData;
    }

    @Override
    public Id record(NewGoods wanted) {
        return verbs.write(MODULE, MasterDataPermissions.GOODS_RECORD, () -> {
            if (verbs.owns("warehouse")) {
                throw new Conflict(
                        "masterdata.goods.warehouse-is-on", "the warehouse is on: record goods that come in there");
            }
            var goods = Wanted.INPUT.checked(wanted, null, rows.instead("masterdata.products", masterData.stocked()));
            var document = ids.next();
            log.record(MODULE, goods.on() == null ? verbs.today() : goods.on(), fact(document, goods));
            return document;
        });
    }

    private Fact fact(Id document, NewGoods goods) {
        var lines = lines(goods.lines());
        if (goods.kind() == Kind.OPENING) {
            return new OpeningStockRecorded(document, currency(), lines);
        }
        return new GoodsReceived(document, goods.supplier(), goods.reference(), currency(), lines);
    }

    private List<ReceiptLine> lines(List<Line> entered) {
        if (entered.isEmpty()) {
            throw new Rejected("masterdata.goods.empty", "nothing came in: give at least one line");
        }
        var lines = new ArrayList<ReceiptLine>();
        for (var line : entered) {
            lines.add(new ReceiptLine(lines.size() + 1, line.product(), line.quantity(), line.unitCost()));
        }
        Wanted.INPUT.document("lines", lines.stream().map(ReceiptLine::worth));
        return lines;
    }

    private String currency() {
        return masterData.company().currency();
    }
}
