package org.stepwise.modules.internal.announce;

import java.util.HashMap;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.stepwise.data.Id;
import org.stepwise.module.Modules;
import org.stepwise.modules.internal.draft.Drafts;

/** Posts the standing to Event Admin, topic {@code org/stepwise/modules}. Nothing may rely on it: it forgets. */
@Component
public final class EventAdminAnnouncer implements Announcer {
    private static final String TOPIC = "org/stepwise/modules";

    private final EventAdmin events;

    @Activate
    public EventAdminAnnouncer(@Reference EventAdmin events) {
        this.events = events;
    }

    @Override
    public void changed(Id company, Modules.Standing standing) {
        var properties = new HashMap<String, Object>();
        properties.put("company", company.toString());
        properties.put("module", standing.name());
        properties.put("state", standing.state().name().toLowerCase(Locale.ROOT));
        properties.put("reason", standing.reason());
        properties.put("position", standing.position());
        properties.put("read", standing.read());
        properties.put("total", standing.total());
        properties.put("secondsLeft", standing.secondsLeft());
        events.postEvent(new Event(TOPIC, properties));
    }

    /** One event for each who made something of it, topic {@code org/stepwise/modules/lost}. */
    @Override
    public void lost(Id company, String module, Drafts.Lost lost) {
        lost.makers().forEach((user, count) -> {
            var properties = new HashMap<String, Object>();
            properties.put("company", company.toString());
            properties.put("user", user.toString());
            properties.put("module", module);
            properties.put("what", lost.loss().what());
            properties.put("count", count);
            events.postEvent(new Event(TOPIC + "/lost", properties));
        });
    }
}
