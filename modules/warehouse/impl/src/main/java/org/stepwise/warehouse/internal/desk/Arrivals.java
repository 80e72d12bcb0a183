package org.stepwise.warehouse.internal.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.data.Ids;
import org.stepwise.error.NotFound;
import org.stepwise.error.Rejected;
import org.stepwise.log.guard.Uses;
import org.stepwise.log.guard.Uses.Use;
import org.stepwise.masterdata.MasterData;
import org.stepwise.warehouse.StockService.NewOpening;
import org.stepwise.warehouse.StockService.NewReceipt;
import org.stepwise.warehouse.StockService.NewReceiptLine;
import org.stepwise.warehouse.StockService.NewValuation;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReceived;
import org.stepwise.warehouse.event.GoodsReturned;
import org.stepwise.warehouse.event.OpeningStockRecorded;
import org.stepwise.warehouse.event.ReceiptLine;
import org.stepwise.warehouse.event.ValuationMethodSet;
import org.stepwise.warehouse.event.ValuationMethodWithdrawn;
import org.stepwise.warehouse.internal.stock.StockRows;
import org.stepwise.warehouse.internal.valuation.Books;
import org.stepwise.warehouse.internal.verb.WarehousePermissions;
import org.stepwise.warehouse.internal.verb.WarehouseVerbs;

/** Goods come in: opening stock and receipts; and how what came in is valued. */
@Component(service = Arrivals.class)
public final class Arrivals {
    private final WarehouseVerbs verbs;
    private final MasterData masterData;
    private final StockRows stock;
    private final Ids ids;
    private final Uses uses;

    @Activate
    public Arrivals(
            @Reference WarehouseVerbs verbs,
            @Reference MasterData masterData,
            @Reference StockRows stock,
            @Reference Ids ids,
            @Reference Uses uses) {
        this.verbs = verbs;
        this.masterData = masterData;
        this.stock = stock;
        this.ids = ids;
        this.uses = uses;
    }

    Id open(NewOpening wanted) {
        verbs.catchUp();
        return verbs.write(WarehousePermissions.OPENING_RECORD, () -> {
            var opening = checked(wanted);
            var document = ids.next();
            var currency = masterData.company().currency();
            verbs.record(
                    verbs.day(opening.on()), new OpeningStockRecorded(document, currency, stocked(opening.lines())));
            return document;
        });
    }

    Id receive(NewReceipt wanted) {
        verbs.catchUp();
        var id = ids.next();
        return verbs.issue(WarehousePermissions.RECEIPT_RECORD, id, () -> {
            var receipt = checked(wanted);
            var fact = new GoodsReceived(
                    id,
                    receipt.party(),
                    receipt.reference(),
                    masterData.company().currency(),
                    stocked(receipt.lines()));
            verbs.record(verbs.day(receipt.on()), fact);
        });
    }

    private <T extends Record> T checked(T wanted) {
        return verbs.checked(wanted, null, verbs.rows().instead("masterdata.products", masterData.stocked()));
    }

    private static List<ReceiptLine> stocked(List<NewReceiptLine> wanted) {
        var lines = new ArrayList<ReceiptLine>();
        for (var line : wanted) {
            lines.add(new ReceiptLine(lines.size() + 1, line.product(), line.quantity(), line.unitCost()));
        }
        Quantities.INPUT.document("lines", lines.stream().map(ReceiptLine::worth));
        return lines;
    }

    Id setValuation(NewValuation wanted) {
        return verbs.write(WarehousePermissions.VALUATION_SET, () -> {
            var valuation = Quantities.INPUT.checked(wanted);
            requireUnused(valuation.validFrom());
            verbs.record(new ValuationMethodSet(valuation.method(), valuation.validFrom()));
            return Books.setting(valuation.validFrom());
        });
    }

    void withdrawValuation(LocalDate validFrom) {
        verbs.write(WarehousePermissions.VALUATION_SET, () -> {
            if (validFrom == null || !stock.valuationBegins(verbs.company(), validFrom)) {
                throw new NotFound(
                        "warehouse.valuation.unknown",
                        "no valuation begins on " + validFrom + "; name the day on which one does");
            }
            requireUnused(validFrom);
            verbs.record(new ValuationMethodWithdrawn(validFrom));
            return null;
        });
    }

    private void requireUnused(LocalDate day) {
        uses.since(
                        day,
                        Use.of(OpeningStockRecorded.class),
                        Use.of(GoodsReceived.class),
                        Use.of(DeliveryPosted.class),
                        Use.of(GoodsReturned.class))
                .ifPresent(last -> {
                    throw new Rejected(
                            "warehouse.valuation.behind",
                            "stock has moved on " + last + ", or that day is over, so another valuation can begin only"
                                    + " after that day",
                            Map.of("validFrom", "not after " + last));
                });
    }
}
