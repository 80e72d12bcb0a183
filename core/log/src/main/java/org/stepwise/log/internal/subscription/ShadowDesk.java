package org.stepwise.log.internal.subscription;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Transactions;
import org.stepwise.log.event.FiguresCorrected;
import org.stepwise.log.event.FiguresCorrected.Reconcluded;
import org.stepwise.log.internal.FactLog;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.store.ConsequenceTable.Identity;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.log.internal.store.EventStore.Page;
import org.stepwise.log.internal.store.EventStore.Range;
import org.stepwise.log.internal.store.Feed;
import org.stepwise.log.internal.store.SubscriptionTable;
import org.stepwise.log.internal.subscription.SubscriptionWork.Tools;
import org.stepwise.log.replay.Difference;
import org.stepwise.log.replay.Shadows;
import org.stepwise.security.Callers;

/** Casts shadows of modules: by the subscriptions that are there now. */
@Component
public final class ShadowDesk implements Shadows {
    private static final int PAGE = 100;

    private final Subscriptions subscriptions;
    private final Tools tools;
    private final Replay.Recorder recorder;

    @Activate
    public ShadowDesk(
            @Reference Subscriptions subscriptions,
            @Reference EventStore store,
            @Reference EventCodec codec,
            @Reference Transactions transactions,
            @Reference FactLog log,
            @Reference Callers callers,
            @Reference Clock clock) {
        this.subscriptions = subscriptions;
        this.tools = new Tools(store, codec, transactions, clock);
        this.recorder = new Replay.Recorder(log, callers);
    }

    @Override
    public Shadow cast(Task task, long upTo, Consumer<Difference> differs) {
        SubscriptionTable places = new SubscriptionTable(tools.store().jdbc());
        Instant now = tools.clock().instant().truncatedTo(ChronoUnit.MICROS);
        List<Understudy> understudies = tools.transactions().call(() -> subscriptions.of(task.module()).stream()
                .sorted(Comparator.comparing((Definition definition) -> !definition.projection())
                        .thenComparing(Definition::name))
                .map(definition -> new Understudy(
                        definition,
                        task.shadow(),
                        places.skipped(task.company(), definition.name()),
                        tools.codec(),
                        now))
                .toList());
        return new Replay(
                new Replay.Cast(task, upTo),
                understudies,
                tools,
                recorder,
                new Comparison(task, tools, corrected(task), differs));
    }

    /** What was corrected before; the last word on each consequence counts. */
    private Map<Identity, Reconcluded> corrected(Task task) {
        Feed corrections =
                Feed.of(Set.of(tools.codec().kind(FiguresCorrected.class).type()));
        Map<Identity, Reconcluded> found = new HashMap<>();
        long horizon = tools.store().horizon();
        long after = 0;
        Page page;
        do {
            page = tools.store().page(task.company(), corrections, new Range(after, horizon, PAGE));
            page.events().stream()
                    .map(event -> tools.codec().read(event, FiguresCorrected.class))
                    .filter(fact -> fact.module().equals(task.module()))
                    .flatMap(fact -> fact.consequences().stream())
                    .forEach(each -> found.put(new Identity(each.cause(), each.reaction(), each.ordinal()), each));
            after = page.more() ? page.last() : horizon;
        } while (page.more());
        return found;
    }
}
