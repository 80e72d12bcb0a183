package org.stepwise.modules.internal.gate;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.stepwise.data.Id;

/** One gate for each module in each company, closed until the life cycle opens it. */
@Component(service = Gates.class)
public final class Gates {
    private final Map<Key, Gate> gates = new ConcurrentHashMap<>();
    private final AtomicReference<Consumer<Key>> opener = new AtomicReference<>(key -> {});

    public Gate gate(Key key) {
        return gates.computeIfAbsent(key, unknown -> new Gate(unknown.module()));
    }

    /** Whether verbs of the module pass: it is on, and has taken in what happened. */
    public boolean isOpen(Id company, String module) {
        return forVerb(new Key(company, module)).isOpen();
    }

    /** Whether queries of the module pass: its tables are there. */
    public boolean isAnswering(Id company, String module) {
        return forVerb(new Key(company, module)).isAnswering();
    }

    /** The gate for a verb. Modules that are always on start now where a company is so new that they have not. */
    Gate forVerb(Key key) {
        var gate = gate(key);
        if (gate.isClosed()) {
            opener.get().accept(key);
        }
        return gate;
    }

    /**
     * Who is asked to open a gate that a verb finds closed. Told at run time, because verbs may not need the life cycle
     * to be there: it asks the modules, and these use verbs.
     */
    public void opener(Consumer<Key> life) {
        opener.set(life);
    }

    public Collection<Key> known() {
        return Set.copyOf(gates.keySet());
    }
}
