package org.stepwise.warehouse.event;

import java.util.List;
import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Numbered;

/** Goods of an order left the house (goods issue). Doors: warehouse; sales while the warehouse is off. */
@EventType(value = "warehouse.delivery-posted", doors = "crm")
public record DeliveryPosted(Id delivery, Id order, Id customer, List<MovementLine> lines) implements Fact, Numbered {
    @Override
    public String series() {
        return "DN";
    }

    @Override
    public Id document() {
        return delivery;
    }
}
