package org.stepwise.log.internal.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.json.EventKind;
import org.stepwise.module.DeclaredClasses;

/**
 * The types of events whose api bundles are there, by the headers that these have: before any of them is read or
 * written, and whichever modules are on. Told of to the codec too, so that a history knows the newest version of each.
 */
@Component(service = EventCatalogue.class)
public final class EventCatalogue implements DeclaredClasses.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(EventCatalogue.class);
    private static final String EVENTS = "Stepwise-Events";
    private static final String RECORDS = "Stepwise-Records";
    private static final String PLATFORM = "erp";

    private final EventCodec codec;
    private final Map<String, Class<?>> known = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<DeclaredClasses> sources;

    @Activate
    public EventCatalogue(@Reference EventCodec codec) {
        this.codec = codec;
        this.sources = List.of(
                DeclaredClasses.of(EVENTS, EventCatalogue.class, this),
                DeclaredClasses.of(RECORDS, EventCatalogue.class, this));
    }

    @Deactivate
    public void close() {
        sources.forEach(DeclaredClasses::close);
    }

    /** A type is of the module whose bundle declares it; another's is left out. */
    @Override
    public void found(String module, List<Class<?>> classes) {
        for (Class<?> each : classes) {
            EventKind kind = codec.kind(each);
            if (kind.owner().equals(module == null ? PLATFORM : module)) {
                known.put(kind.type(), each);
            } else {
                LOG.error("{} is left out: {} is no event of the module {}", each.getName(), kind.type(), module);
            }
        }
        listeners.forEach(Runnable::run);
    }

    @Override
    public void gone(String module, List<Class<?>> classes) {
        known.values().removeAll(classes);
        listeners.forEach(Runnable::run);
    }

    /** Said in the server's log. */
    @Override
    public void broken(String module, Throwable reason) {
        LOG.warn("events of {} are not known", module);
    }

    public boolean knows(String type) {
        return known.containsKey(type);
    }

    /** By type, the classes of all events that are of the contract. */
    public Map<String, Class<?>> of(Class<?> contract) {
        Map<String, Class<?>> found = new HashMap<>();
        known.forEach((type, event) -> {
            if (contract.isAssignableFrom(event)) {
                found.put(type, event);
            }
        });
        return found;
    }

    /** Called when types have come or gone. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    public void unlisten(Runnable listener) {
        listeners.remove(listener);
    }
}
