package org.stepwise.log.internal;

import java.util.List;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;

/** Concludes two things of one sale. */
final class Twice implements Reaction {
    @Override
    public String module() {
        return "twice";
    }

    @Override
    public String name() {
        return "twice.costs";
    }

    @Override
    public void define(Handlers on) {
        on.react(Sold.class, sold -> List.of(), (entry, conclude) -> {
            conclude.append(new Costed(entry.event().document(), 1));
            conclude.append(new Costed(entry.event().document(), 2));
        });
    }
}
