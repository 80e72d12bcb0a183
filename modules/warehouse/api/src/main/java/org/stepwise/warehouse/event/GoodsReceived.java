package org.stepwise.warehouse.event;

import java.util.List;
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
        implements Fact, Numbered {
    @Override
    public String series() {
        return "GR";
    }

    @Override
    public Id document() {
        return receipt;
    }
}
