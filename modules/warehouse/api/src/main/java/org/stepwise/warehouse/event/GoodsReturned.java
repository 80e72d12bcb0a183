package org.stepwise.warehouse.event;

import java.util.List;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Numbered;

/**
 * Goods of a delivery came back from the customer, at the cost they left with. Lines name the delivery's lines by
 * {@code orderLine}. Doors: warehouse; sales while the warehouse is off.
 */
@EventType(value = "warehouse.goods-returned", doors = "crm")
public record GoodsReturned(Id returned, Id delivery, Id order, Id customer, String reason, List<MovementLine> lines)
        implements Fact, Numbered {
    @Override
    public String series() {
        return "RN";
    }

    @Override
    public Id document() {
        return returned;
    }
}
