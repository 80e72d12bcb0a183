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
@Component(service = Posted.class)
public final class Posted {
    private static final long MOST_MILLISECONDS = 2_000;

    private final Log log;
    private final Deliveries deliveries;
    private final Verbs verbs;

    @Activate
    public Posted(@Reference Log log, @Reference Deliveries deliveries, @Reference Verbs verbs) {
        this.log = log;
        this.deliveries = deliveries;
        this.verbs = verbs;
    }

    /**
     * Waits a moment until what was recorded just now has its journals, and returns whether it has. First the platform,
     * which numbers documents, and the warehouse: it concludes the costs that are posted.
     */
    public boolean caughtUp(Id company) {
        return Stream.of("erp", "warehouse", "accounting")
                .filter(module -> module.equals("erp") || verbs.owns(module))
                .allMatch(module -> deliveries.await(company, module, log.last(), MOST_MILLISECONDS));
    }
}
