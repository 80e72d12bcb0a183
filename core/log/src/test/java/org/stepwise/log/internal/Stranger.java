package org.stepwise.log.internal;

import java.util.List;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;

/** Concludes what it has no door for. */
final class Stranger implements Reaction {
    @Override
    public String module() {
        return "stranger";
    }

    @Override
    public String name() {
        return "stranger.costs";
    }

    @Override
    public void define(Handlers on) {
        on.react(
                Sold.class,
                sold -> List.of(),
                (entry, conclude) -> conclude.append(new Costed(entry.event().document(), 1)));
    }
}
