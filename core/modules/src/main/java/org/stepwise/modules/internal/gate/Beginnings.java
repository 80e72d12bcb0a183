package org.stepwise.modules.internal.gate;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.log.event.EventType;
import org.stepwise.module.ModuleContext;
import org.stepwise.module.Surroundings;

/** Records what a module begins with in a company, once for good. */
@Component(service = Beginnings.class)
public final class Beginnings {
    private final Log log;
    private final Deliveries deliveries;
    private final Surroundings around;

    @Activate
    public Beginnings(@Reference Log log, @Reference Deliveries deliveries, @Reference Surroundings around) {
        this.log = log;
        this.deliveries = deliveries;
        this.around = around;
    }

    /** In the transaction and in the name of whoever enables. */
    public void record(ModuleContext context, Map<String, String> settings) {
        var facts = context.first(settings, around);
        if (facts.isEmpty()) {
            return;
        }
        var type = facts.get(0).getClass().getAnnotation(EventType.class).value();
        var company = around.caller().company();
        if (deliveries.tail(company, 1, line -> line.type().equals(type)).isEmpty()) {
            var day = context.firstDay(around);
            facts.forEach(fact -> log.record(context.module(), day, fact));
        }
    }
}
