package org.stepwise.masterdata.internal.goods;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.error.Conflict;
import org.stepwise.error.Rejected;
import org.stepwise.input.Bounds;
import org.stepwise.log.Log;
import org.stepwise.log.event.Fact;
import org.stepwise.masterdata.GoodsByHand;
import org.stepwise.masterdata.MasterData;
import org.stepwise.masterdata.internal.MasterDataPermissions;
import org.stepwise.masterdata.internal.Wanted;
import org.stepwise.module.Verbs;
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

    @Activate
    public GoodsDesk(@Reference Verbs verbs, @Reference Log log, @Reference Ids ids, @Reference MasterData masterData) {
        this.verbs = verbs;
        this.log = log;
        this.ids = ids;
        this.masterData = masterData;
    }

    @Override
    public Id open(List<Line> lines, LocalDate on) {
        return record(lines, on, (document, checked) -> new OpeningStockRecorded(document, currency(), checked));
    }

    @Override
    public Id receive(Id supplier, String reference, List<Line> lines, LocalDate on) {
        return record(lines, on, (document, checked) -> {
            if (supplier != null && masterData.party(supplier).erased()) {
                throw new Rejected(
                        "masterdata.party.erased",
                        "the personal data of this supplier are erased; leave the supplier out or record a new party");
            }
            var known = Wanted.INPUT.text("reference", reference, Bounds.REFERENCE);
            return new GoodsReceived(document, supplier, known, currency(), checked);
        });
    }

    private Id record(List<Line> lines, LocalDate on, BiFunction<Id, List<ReceiptLine>, Fact> fact) {
        return verbs.write(MODULE, MasterDataPermissions.GOODS_RECORD, () -> {
            if (verbs.owns("warehouse")) {
                throw new Conflict(
                        "masterdata.goods.warehouse-is-on", "the warehouse is on: record goods that come in there");
            }
            var document = ids.next();
            log.record(MODULE, on == null ? verbs.today() : on, fact.apply(document, checked(lines)));
            return document;
        });
    }

    private List<ReceiptLine> checked(List<Line> lines) {
        if (Wanted.INPUT.lines("lines", lines).isEmpty()) {
            throw new Rejected("masterdata.goods.empty", "nothing came in: give at least one line");
        }
        var faults = new LinkedHashMap<String, String>();
        var checked = new ArrayList<ReceiptLine>();
        var products = masterData.products(lines.stream().map(Line::product).toList());
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var place = "lines[" + i + "].";
            if (!products.get(line.product()).kind().equals("GOODS")) {
                faults.put(place + "product", "is a service: only goods are stocked");
            }
            checked.add(new ReceiptLine(
                    i + 1,
                    line.product(),
                    Wanted.INPUT.quantity(place + "quantity", line.quantity()),
                    Wanted.INPUT.price(place + "unitCost", line.unitCost())));
        }
        if (!faults.isEmpty()) {
            throw new Rejected("masterdata.goods.line", "there are lines that cannot be recorded", faults);
        }
        Wanted.INPUT.document("lines", checked.stream().map(ReceiptLine::worth));
        return checked;
    }

    private String currency() {
        return masterData.company().currency();
    }
}
