package org.stepwise.accounting.internal.chart;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.stepwise.accounting.Purpose;
import org.stepwise.accounting.event.PaymentReceived;
import org.stepwise.crm.event.CreditNoteIssued;
import org.stepwise.crm.event.InvoiceIssued;
import org.stepwise.log.event.Fact;
import org.stepwise.log.guard.Uses.Use;
import org.stepwise.warehouse.event.DeliveryPosted;
import org.stepwise.warehouse.event.GoodsReceived;
import org.stepwise.warehouse.event.GoodsReturned;
import org.stepwise.warehouse.event.OpeningStockRecorded;

/**
 * Which facts are posted by which purpose. Movements of goods stand for the costs that the warehouse concludes from
 * them, now or when it is switched on.
 */
public final class PurposeUses {
    private static final Map<Purpose, List<Class<? extends Fact>>> USES = new EnumMap<>(Purpose.class);

    static {
        for (var document : List.of(InvoiceIssued.class, CreditNoteIssued.class)) {
            used(document, Purpose.RECEIVABLE, Purpose.REVENUE, Purpose.FREIGHT, Purpose.TAX, Purpose.ROUNDING);
            used(document, Purpose.COST_OF_GOODS_SOLD);
        }
        used(PaymentReceived.class, Purpose.BANK, Purpose.RECEIVABLE);
        used(OpeningStockRecorded.class, Purpose.INVENTORY, Purpose.OPENING, Purpose.COST_OF_GOODS_SOLD);
        used(GoodsReceived.class, Purpose.INVENTORY, Purpose.RECEIVED_NOT_INVOICED, Purpose.COST_OF_GOODS_SOLD);
        used(DeliveryPosted.class, Purpose.INVENTORY, Purpose.SHIPPED_NOT_INVOICED, Purpose.COST_OF_GOODS_SOLD);
        used(GoodsReturned.class, Purpose.INVENTORY, Purpose.SHIPPED_NOT_INVOICED, Purpose.COST_OF_GOODS_SOLD);
    }

    private PurposeUses() {}

    private static void used(Class<? extends Fact> type, Purpose... purposes) {
        for (var purpose : purposes) {
            USES.computeIfAbsent(purpose, unheard -> new ArrayList<>()).add(type);
        }
    }

    /** The facts that are posted by it. */
    public static Use<?>[] of(Purpose purpose) {
        return USES.getOrDefault(purpose, List.of()).stream().map(Use::of).toArray(Use<?>[]::new);
    }
}
