package org.stepwise.log.internal.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwise.data.Id;
import org.stepwise.log.internal.delivery.Dispatcher;
import org.stepwise.log.internal.delivery.Failures;
import org.stepwise.log.internal.delivery.Runner;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.log.internal.store.ParkedTable;
import org.stepwise.log.internal.store.ParkedTable.Count;
import org.stepwise.state.Condition;
import org.stepwise.state.Condition.Gravity;
import org.stepwise.state.Watch;

/** Knows what is parked, and which subscriptions do not get on. */
@Component(
        service = {DeliveryWatch.class, Watch.class},
        immediate = true,
        configurationPid = "org.stepwise.log.watch")
@Designate(ocd = DeliveryWatch.Config.class)
public final class DeliveryWatch implements Watch {
    public static final String PARKED = "erp.state.events-parked";
    public static final String BEHIND = "erp.state.subscription-behind";
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWatch.class);
    private static final long SECONDS = 5;

    /** Technical settings of the watch. */
    @ObjectClassDefinition(name = "Watch over delivery")
    public @interface Config {
        @AttributeDefinition(description = "Look every few seconds who is behind; off where something else does it")
        boolean ticker() default true;
    }

    private final EventStore store;
    private final Dispatcher dispatcher;
    private final ParkedTable parked;
    private final Laggards laggards = new Laggards();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "stepwise-delivery-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile List<Condition> behind = List.of();

    @Activate
    public DeliveryWatch(@Reference EventStore store, @Reference Dispatcher dispatcher, Config config) {
        this.store = store;
        this.dispatcher = dispatcher;
        this.parked = new ParkedTable(store.jdbc());
        if (config.ticker()) {
            ticker.scheduleWithFixedDelay(() -> look(System.nanoTime()), SECONDS, SECONDS, TimeUnit.SECONDS);
        }
    }

    @Deactivate
    public void close() throws InterruptedException {
        ticker.shutdown();
        ticker.awaitTermination(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public List<Condition> conditions() {
        List<Condition> found = new ArrayList<>(behind);
        List<Count> counts = dispatcher.transactions().call(() -> parked.counts(store.shared()));
        counts.forEach(count -> found.add(parked(count)));
        return found;
    }

    /** Called every few seconds. Counts the events only of those that do not get on: to count is not free. */
    public synchronized void look(long now) {
        try {
            behind = laggards.among(dispatcher.runners(), store.horizon(), now).stream()
                    .map(this::behind)
                    .toList();
        } catch (RuntimeException unreachable) {
            laggards.forget();
            LOG.debug("cannot look who is behind: {}", Failures.reason(unreachable));
        }
    }

    private Condition behind(Runner runner) {
        long count = store.count(runner.company(), Math.max(0, runner.seen()));
        return condition(
                BEHIND,
                runner.company(),
                "%s has been behind for a minute and does not catch up; log/karaf.log tells what it waits for"
                        .formatted(runner.work().name()),
                Map.of("subscription", runner.work().name(), "count", Long.toString(count)));
    }

    private static Condition parked(Count count) {
        return condition(
                PARKED,
                count.company(),
                "%s could not take in events (%d parked, the first at %d): erp:log-parked, erp:log-retry, erp:log-skip"
                        .formatted(count.subscription(), count.events(), count.first()),
                Map.of(
                        "subscription",
                        count.subscription(),
                        "count",
                        Long.toString(count.events()),
                        "position",
                        Long.toString(count.first())));
    }

    private static Condition condition(String code, Id company, String message, Map<String, String> values) {
        return new Condition(code, Gravity.WARNING, company, message, values);
    }
}
