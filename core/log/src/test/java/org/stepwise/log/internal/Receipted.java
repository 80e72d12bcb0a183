package org.stepwise.log.internal;

import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;
import org.stepwise.log.event.Numbered;

/** A till receipt was printed: the tax office wants its numbers to follow the days. */
@EventType("shop.receipted")
public record Receipted(Id document) implements Fact, Numbered {
    @Override
    public String series() {
        return "TILL";
    }

    @Override
    public boolean chronological() {
        return true;
    }
}
