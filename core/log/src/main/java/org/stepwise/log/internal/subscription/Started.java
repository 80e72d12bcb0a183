package org.stepwise.log.internal.subscription;

import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.log.internal.catalogue.EventCatalogue;
import org.stepwise.log.internal.delivery.Dispatcher;
import org.stepwise.log.internal.delivery.Runner;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.store.EventStore;
import org.stepwise.log.internal.subscription.SubscriptionWork.Tools;

/**
 * The modules to which is delivered now, by company. Subscriptions come and go one by one with the components of their
 * bundle: nothing is delivered to a module before all are there, nor once one has gone.
 */
@Component(service = Started.class)
public final class Started {
    private final Dispatcher dispatcher;
    private final Subscriptions subscriptions;
    private final Tools tools;
    private final Map<Key, Integer> started = new ConcurrentHashMap<>();
    private final Consumer<Definition> arrival = this::arrived;
    private final Consumer<Definition> departure = this::departed;
    private final EventCatalogue catalogue;
    private final Runnable look = this::looked;

    private record Key(Id company, String module) {}

    @Activate
    public Started(
            @Reference Dispatcher dispatcher,
            @Reference Subscriptions subscriptions,
            @Reference EventStore store,
            @Reference EventCodec codec,
            @Reference EventCatalogue catalogue,
            @Reference Clock clock) {
        this.dispatcher = dispatcher;
        this.subscriptions = subscriptions;
        this.tools = new Tools(store, codec, dispatcher.transactions(), clock);
        this.catalogue = catalogue;
        subscriptions.listen(arrival, departure);
        catalogue.listen(look);
        dispatcher.observe(this::advanced);
    }

    @Deactivate
    public void close() {
        subscriptions.unlisten(arrival, departure);
        catalogue.unlisten(look);
    }

    /** Who waited for a type whose bundle was gone goes on. */
    private void looked() {
        dispatcher.runners().stream()
                .filter(runner -> runner.work() instanceof SubscriptionWork work
                        && work.definition().byContract())
                .forEach(Runner::wake);
    }

    boolean started(Id company, String module) {
        return started.containsKey(new Key(company, module));
    }

    /** Whether all subscriptions of the module are there, so that events are delivered to it. */
    boolean whole(Id company, String module) {
        Integer subscribed = started.get(new Key(company, module));
        return subscribed != null && subscriptions.of(module).size() >= subscribed;
    }

    /** Events are delivered to the module from now on, as soon as it has that many subscriptions. */
    void start(Id company, String module, int subscribed) {
        started.put(new Key(company, module), subscribed);
        startWhole(company, module);
    }

    /** Projections first: a reaction asks those at work how far the settings are, and must not find none. */
    private void startWhole(Id company, String module) {
        if (whole(company, module)) {
            subscriptions.of(module).stream()
                    .sorted(Comparator.comparing(Definition::projection).reversed())
                    .forEach(definition -> run(company, definition));
        }
    }

    void stop(Id company, String module) {
        started.remove(new Key(company, module));
        dispatcher.runners(company, module).forEach(dispatcher::stop);
    }

    private void run(Id company, Definition definition) {
        dispatcher.start(
                company,
                new SubscriptionWork(
                        company, definition, tools, (horizon, ahead) -> gate(company, definition, horizon, ahead)));
    }

    private void arrived(Definition definition) {
        started.keySet().stream()
                .filter(key -> key.module().equals(definition.module()))
                .forEach(key -> startWhole(key.company(), key.module()));
    }

    private void departed(Definition definition) {
        started.keySet().stream()
                .filter(key -> key.module().equals(definition.module()))
                .flatMap(key -> dispatcher.runners(key.company(), key.module()).stream())
                .filter(runner -> works(runner, definition) || !whole(runner.company(), definition.module()))
                .forEach(dispatcher::stop);
    }

    private static boolean works(Runner runner, Definition definition) {
        return runner.work() instanceof SubscriptionWork work && work.definition() == definition;
    }

    /** A reaction does not run ahead of its module's settings, which a projection brings. */
    private long gate(Id company, Definition reaction, long horizon, Predicate<Runner> ahead) {
        long bound = horizon;
        for (Runner runner : dispatcher.runners(company, reaction.module())) {
            if (runner.work() instanceof SubscriptionWork work && work.bringsSettings() && !ahead.test(runner)) {
                long there = Math.max(runner.seen(), work.settled());
                if (there < bound) {
                    bound = there;
                    runner.wake();
                }
            }
        }
        return bound;
    }

    /** Reactions may have waited for the settings that this one has brought. */
    private void advanced(Runner runner) {
        if (runner.work() instanceof SubscriptionWork work && work.bringsSettings()) {
            for (Runner other : dispatcher.runners(runner.company(), work.module())) {
                if (other != runner && other.seen() < runner.seen()) {
                    other.wake();
                }
            }
        }
    }
}
