package org.stepwise.log.internal.delivery;

import java.time.Clock;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.data.Id;
import org.stepwise.log.internal.delivery.SubscriptionWork.Tools;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.store.EventStore;

/** The modules to which is delivered now, by company; subscriptions that come later join, those that go leave. */
@Component(service = Started.class)
public final class Started {
    private final Dispatcher dispatcher;
    private final Subscriptions subscriptions;
    private final Tools tools;
    private final Set<Key> started = ConcurrentHashMap.newKeySet();
    private final Consumer<Definition> arrival = this::arrived;
    private final Consumer<Definition> departure = this::departed;

    private record Key(Id company, String module) {}

    @Activate
    public Started(
            @Reference Dispatcher dispatcher,
            @Reference Subscriptions subscriptions,
            @Reference EventStore store,
            @Reference EventCodec codec,
            @Reference Clock clock) {
        this.dispatcher = dispatcher;
        this.subscriptions = subscriptions;
        this.tools = new Tools(store, codec, dispatcher.transactions(), clock);
        subscriptions.listen(arrival, departure);
        dispatcher.observe(this::advanced);
    }

    @Deactivate
    public void close() {
        subscriptions.unlisten(arrival, departure);
    }

    boolean started(Id company, String module) {
        return started.contains(new Key(company, module));
    }

    /** Projections first: a reaction asks those at work how far the settings are, and must not find none. */
    void start(Id company, String module) {
        started.add(new Key(company, module));
        subscriptions.of(module).stream()
                .sorted(Comparator.comparing(Definition::projection).reversed())
                .forEach(definition -> run(company, definition));
    }

    void stop(Id company, String module) {
        started.remove(new Key(company, module));
        dispatcher.runners(company, module).forEach(dispatcher::stop);
    }

    private void run(Id company, Definition definition) {
        dispatcher.start(
                company,
                new SubscriptionWork(company, definition, tools, horizon -> gate(company, definition, horizon)));
    }

    private void arrived(Definition definition) {
        started.stream()
                .filter(key -> key.module().equals(definition.module()))
                .forEach(key -> run(key.company(), definition));
    }

    private void departed(Definition definition) {
        started.stream()
                .flatMap(key -> dispatcher.runner(key.company(), definition.name()).stream())
                .filter(runner -> runner.work() instanceof SubscriptionWork work && work.definition() == definition)
                .forEach(dispatcher::stop);
    }

    /** A reaction does not run ahead of its module's settings, which a projection brings. */
    private long gate(Id company, Definition reaction, long horizon) {
        long bound = horizon;
        for (Runner runner : dispatcher.runners(company, reaction.module())) {
            if (runner.work() instanceof SubscriptionWork work && work.bringsSettings()) {
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
