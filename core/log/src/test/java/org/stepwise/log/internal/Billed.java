package org.stepwise.log.internal;

import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Numbered;

/** A bill was written. */
@EventType("shop.billed")
public record Billed(Id document) implements Fact, Numbered {
    @Override
    public String series() {
        return "BILL";
    }
}
