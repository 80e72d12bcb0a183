package org.stepwise.log.internal.subscription;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Transactions;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.log.internal.store.SubscriptionTable;
import org.stepwise.log.internal.subscription.SubscriptionWork.Tools;
import org.stepwise.log.replay.Difference;
import org.stepwise.log.replay.Shadows;

/** Casts shadows of modules: by the subscriptions that are there now. */
@Component
public final class ShadowDesk implements Shadows {
    private final Subscriptions subscriptions;
    private final Tools tools;

    @Activate
    public ShadowDesk(
            @Reference Subscriptions subscriptions,
            @Reference EventStore store,
            @Reference EventCodec codec,
            @Reference Transactions transactions,
            @Reference Clock clock) {
        this.subscriptions = subscriptions;
        this.tools = new Tools(store, codec, transactions, clock);
    }

    @Override
    public Shadow cast(Task task, long upTo, Consumer<Difference> differs) {
        SubscriptionTable places = new SubscriptionTable(tools.store().jdbc());
        List<Understudy> understudies = tools.transactions().call(() -> subscriptions.of(task.module()).stream()
                .sorted(Comparator.comparing((Definition definition) -> !definition.projection())
                        .thenComparing(Definition::name))
                .map(definition -> new Understudy(
                        definition, task.shadow(), places.skipped(task.company(), definition.name()), tools.codec()))
                .toList());
        return new Replay(task, upTo, understudies, tools, new Comparison(task, tools, differs));
    }
}
