package org.stepwise.log.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.stepwise.log.Handlers;
import org.stepwise.log.Reaction;
import org.stepwise.log.event.DocumentNumbered;

/** Fails at the first number it is told. */
final class Reluctant implements Reaction {
    final List<String> calls = new CopyOnWriteArrayList<>();

    @Override
    public String module() {
        return "reluctant";
    }

    @Override
    public String name() {
        return "reluctant.numbers";
    }

    @Override
    public void define(Handlers on) {
        on.react(DocumentNumbered.class, numbered -> List.of(), (entry, conclude) -> {
            calls.add(entry.event().number());
            if (calls.size() == 1) {
                throw new IllegalStateException("not yet");
            }
        });
    }
}
