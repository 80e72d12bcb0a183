package org.stepwise.log.internal.observe;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.stepwise.log.internal.store.CommitListener;
import org.stepwise.log.internal.store.Envelope;
import org.stepwise.log.internal.store.EventStore;

/**
 * Gives observers a copy of what was committed, under {@code org/stepwise/log/<type>} with dots and dashes as
 * underscores. Nothing relies on it: Event Admin forgets, and shuts out slow handlers.
 */
@Component(service = EventAdminCopy.class, immediate = true)
public final class EventAdminCopy {
    private static final String TOPIC = "org/stepwise/log/";

    private final EventStore store;
    private final EventAdmin observers;
    private final CommitListener copy = this::copy;

    @Activate
    public EventAdminCopy(@Reference EventStore store, @Reference EventAdmin observers) {
        this.store = store;
        this.observers = observers;
        store.listen(copy);
    }

    @Deactivate
    public void close() {
        store.unlisten(copy);
    }

    private void copy(List<Envelope> events) {
        events.forEach(event -> observers.postEvent(new Event(topic(event.type()), properties(event))));
    }

    private static String topic(String type) {
        return TOPIC + type.replace('.', '_').replace('-', '_');
    }

    /** No content: observers of Event Admin are not asked for a permission. */
    private static Map<String, Object> properties(Envelope event) {
        return Map.of(
                "company", event.company().toString(),
                "position", event.position(),
                "type", event.type(),
                "module", event.module(),
                "on", event.on().toString());
    }
}
