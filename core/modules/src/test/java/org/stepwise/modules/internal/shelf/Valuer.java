package org.stepwise.modules.internal.shelf;

import java.util.List;
import org.stepwise.log.Conclusions;
import org.stepwise.log.Entry;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;

/** Concludes what things are worth; each version of it by a price of its own. */
public final class Valuer implements Reaction {
    private final long price;
    private final String unknown;

    /** @param unknown a thing that it cannot take in, or null */
    public Valuer(long price, String unknown) {
        this.price = price;
        this.unknown = unknown;
    }

    @Override
    public String module() {
        return "shelf";
    }

    @Override
    public String name() {
        return "shelf.worth";
    }

    @Override
    public void define(Handlers on) {
        on.react(ThingStored.class, event -> List.of(event.thing()), this::value);
    }

    /** What is not worth anything has no worth concluded. */
    private void value(Entry<ThingStored> entry, Conclusions conclude) {
        var stored = entry.event();
        if (stored.thing().equals(unknown)) {
            throw new IllegalStateException("nobody knows what a " + unknown + " is worth");
        }
        var worth = Math.max(0, stored.pieces() - 1) * price;
        if (worth > 0) {
            conclude.append(new ThingValued(stored.thing(), worth));
        }
    }
}
