package org.stepwise.warehouse.event;

import static org.stepwise.accounting.posting.LedgerPurpose.COST_OF_GOODS_SOLD;
import static org.stepwise.accounting.posting.LedgerPurpose.INVENTORY;
import static org.stepwise.accounting.posting.LedgerPurpose.SHIPPED_NOT_INVOICED;

import java.util.List;
import java.util.Set;
import org.stepwise.accounting.posting.LedgerPurpose;
import org.stepwise.accounting.posting.NeedsAccounts;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Numbered;

/** Goods of an order left the house (goods issue). Doors: warehouse; sales while the warehouse is off. */
@EventType(value = "warehouse.delivery-posted", doors = "crm")
public record DeliveryPosted(Id delivery, Id order, Id customer, List<MovementLine> lines)
        implements Fact, Numbered, NeedsAccounts {
    @Override
    public String series() {
        return "DN";
    }

    @Override
    public Id document() {
        return delivery;
    }

    /** By which its value is posted, once the warehouse has found it. */
    @Override
    public Set<LedgerPurpose> purposes() {
        return Set.of(INVENTORY, SHIPPED_NOT_INVOICED, COST_OF_GOODS_SOLD);
    }
}
