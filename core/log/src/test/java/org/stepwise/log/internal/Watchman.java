package org.stepwise.log.internal;

import java.util.List;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;

/** Looks at each sale, and concludes nothing. */
final class Watchman implements Reaction {
    volatile Runnable look = () -> {};

    @Override
    public String module() {
        return "watch";
    }

    @Override
    public String name() {
        return "watch.sales";
    }

    @Override
    public void define(Handlers on) {
        on.react(Sold.class, sold -> List.of(), (entry, conclude) -> look.run());
    }
}
