package org.stepwise.warehouse.event;

import static org.stepwise.accounting.posting.LedgerPurpose.COST_OF_GOODS_SOLD;
import static org.stepwise.accounting.posting.LedgerPurpose.INVENTORY;
import static org.stepwise.accounting.posting.LedgerPurpose.OPENING;

import java.util.List;
import java.util.Set;
import org.stepwise.accounting.posting.LedgerPurpose;
import org.stepwise.accounting.posting.NeedsAccounts;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** What lay in the house when the books of the company begin. Doors: warehouse; master data's goods by hand. */
@EventType(value = "warehouse.opening-stock-recorded", doors = "masterdata")
public record OpeningStockRecorded(Id document, String currency, List<ReceiptLine> lines)
        implements Fact, NeedsAccounts {
    /** By which its value is posted, once the warehouse has found it. */
    @Override
    public Set<LedgerPurpose> purposes() {
        return Set.of(INVENTORY, OPENING, COST_OF_GOODS_SOLD);
    }
}
