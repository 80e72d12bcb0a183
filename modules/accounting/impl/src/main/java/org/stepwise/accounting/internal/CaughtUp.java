package org.stepwise.accounting.internal;

import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.module.Verbs;

/** Whether the journals are there of what was recorded. */
@Component(service = CaughtUp.class)
public final class CaughtUp {
    private static final long MOST_MILLISECONDS = 2_000;

    private final Log log;
    private final Deliveries deliveries;
    private final Verbs verbs;

    @Activate
    public CaughtUp(@Reference Log log, @Reference Deliveries deliveries, @Reference Verbs verbs) {
        this.log = log;
        this.deliveries = deliveries;
        this.verbs = verbs;
    }

    /**
     * Waits a moment until what was recorded just now has its journals, and returns whether it has. First the platform,
     * which numbers documents, and who concludes what is posted, such as the warehouse.
     */
    public boolean caughtUp(Id company) {
        var concluding = deliveries.concluding("accounting").stream()
                .filter(module -> !module.equals("erp") && verbs.owns(module));
        return Stream.concat(Stream.concat(Stream.of("erp"), concluding), Stream.of("accounting"))
                .allMatch(module -> deliveries.await(company, module, log.last(), MOST_MILLISECONDS));
    }
}
