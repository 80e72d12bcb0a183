package org.stepwise.itest.peeking;

import java.time.Clock;
import java.util.List;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;
import org.stepwise.log.event.DayEnded;

/** A reaction that breaks rule 6 three ways, all of them out of its own sight. */
public final class Watchful implements Reaction {
    private final Helper helper = new Helper(Clock.systemUTC());

    @Override
    public String module() {
        return "peeking";
    }

    @Override
    public String name() {
        return "peeking.watchful";
    }

    @Override
    public void define(Handlers on) {
        on.react(DayEnded.class, day -> List.of("all"), (entry, conclude) -> helper.take(entry.event()));
    }
}
