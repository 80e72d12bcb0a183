package org.stepwise.torture.client;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the server said is done: nothing of it may be lost, and nothing else may be there. */
public final class Acknowledged {
    /** Instead of an id that the answer did not tell. */
    public static final String UNSEEN = "";

    private final Map<Act, Queue<String>> done = new EnumMap<>(Act.class);

    public Acknowledged() {
        for (var act : Act.values()) {
            done.put(act, new ConcurrentLinkedQueue<>());
        }
    }

    /** {@code id} of the document, or {@link #UNSEEN}. */
    void add(Act act, String id) {
        done.get(act).add(id);
    }

    public Collection<String> of(Act act) {
        return List.copyOf(done.get(act));
    }

    public int count() {
        return done.values().stream().mapToInt(Queue::size).sum();
    }
}
