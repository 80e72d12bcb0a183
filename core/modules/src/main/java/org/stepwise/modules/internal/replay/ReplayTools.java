package org.stepwise.modules.internal.replay;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Transactions;
import org.stepwise.log.Deliveries;
import org.stepwise.log.Log;
import org.stepwise.log.replay.Shadows;

/** What replays work with. */
@Component(service = ReplayTools.class)
public record ReplayTools(
        Shadows shadows, ShadowTable table, Deliveries deliveries, Log log, Transactions transactions) {
    @Activate
    public ReplayTools(
            @Reference Shadows shadows,
            @Reference ShadowTable table,
            @Reference Deliveries deliveries,
            @Reference Log log,
            @Reference Transactions transactions) {
        this.shadows = shadows;
        this.table = table;
        this.deliveries = deliveries;
        this.log = log;
        this.transactions = transactions;
    }
}
