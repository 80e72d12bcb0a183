package org.stepwise.log.internal;

import java.util.List;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;

/** Concludes once more from what {@link Twice} concluded. */
final class Onward implements Reaction {
    @Override
    public String module() {
        return "onward";
    }

    @Override
    public String name() {
        return "onward.costs";
    }

    @Override
    public void define(Handlers on) {
        on.react(Costed.class, costed -> List.of(), (entry, conclude) -> {
            if (entry.event().cost() < 10) {
                conclude.append(
                        new Costed(entry.event().document(), entry.event().cost() * 10));
            }
        });
    }
}
