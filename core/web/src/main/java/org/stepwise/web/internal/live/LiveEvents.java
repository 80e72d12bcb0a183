package org.stepwise.web.internal.live;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;
import org.stepwise.data.Id;

/** Takes the copies that Event Admin hands out; only for eyes, so that nothing is lost when one is. */
@Component(
        service = EventHandler.class,
        property = {
            EventConstants.EVENT_TOPIC + "=org/stepwise/modules",
            EventConstants.EVENT_TOPIC + "=org/stepwise/modules/lost",
            EventConstants.EVENT_TOPIC + "=org/stepwise/log/*",
            EventConstants.EVENT_DELIVERY + "=" + EventConstants.DELIVERY_ASYNC_UNORDERED
        })
public final class LiveEvents implements EventHandler {
    private final LiveScreens screens;

    @Activate
    public LiveEvents(@Reference LiveScreens screens) {
        this.screens = screens;
    }

    @Override
    public void handleEvent(Event event) {
        var company = company(event.getProperty("company"));
        if (event.getTopic().equals("org/stepwise/modules/lost")) {
            screens.lost(
                    company,
                    Id.parse(text(event.getProperty("user"))),
                    Map.of(
                            "module", text(event.getProperty("module")),
                            "what", text(event.getProperty("what")),
                            "count", text(event.getProperty("count"))));
        } else if (event.getTopic().startsWith("org/stepwise/modules")) {
            screens.modulesChanged(company);
        } else {
            screens.recorded(company, text(event.getProperty("type")), text(event.getProperty("position")));
        }
    }

    private static Id company(Object property) {
        if (property instanceof Id id) {
            return id;
        }
        if (property instanceof Long value) {
            return new Id(value);
        }
        return property instanceof String text ? Id.parse(text) : null;
    }

    private static String text(Object property) {
        return property == null ? "" : property.toString();
    }
}
