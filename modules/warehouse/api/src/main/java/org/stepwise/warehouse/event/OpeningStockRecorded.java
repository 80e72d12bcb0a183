package org.stepwise.warehouse.event;

import java.util.List;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** What lay in the house when the books of the company begin. Doors: warehouse; master data's goods by hand. */
@EventType(value = "warehouse.opening-stock-recorded", doors = "masterdata")
public record OpeningStockRecorded(Id document, String currency, List<ReceiptLine> lines) implements Fact {}
