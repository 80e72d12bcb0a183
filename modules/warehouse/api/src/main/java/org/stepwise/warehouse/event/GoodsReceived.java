package org.stepwise.warehouse.event;

import static org.stepwise.accounting.posting.LedgerPurpose.COST_OF_GOODS_SOLD;
import static org.stepwise.accounting.posting.LedgerPurpose.INVENTORY;
import static org.stepwise.accounting.posting.LedgerPurpose.RECEIVED_NOT_INVOICED;

import java.util.List;
import java.util.Set;
import org.stepwise.accounting.posting.LedgerPurpose;
import org.stepwise.accounting.posting.NeedsAccounts;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Numbered;

/**
 * Goods came in from a supplier. Doors: warehouse; master data's goods by hand while the warehouse is off.
 *
 * @param supplier may be null, and so may {@code reference}
 */
@EventType(value = "warehouse.goods-received", doors = "masterdata")
public record GoodsReceived(Id receipt, Id supplier, String reference, String currency, List<ReceiptLine> lines)
        implements Fact, Numbered, NeedsAccounts {
    @Override
    public String series() {
        return "GR";
    }

    @Override
    public Id document() {
        return receipt;
    }

    /** By which its value is posted, once the warehouse has found it. */
    @Override
    public Set<LedgerPurpose> purposes() {
        return Set.of(INVENTORY, RECEIVED_NOT_INVOICED, COST_OF_GOODS_SOLD);
    }
}
