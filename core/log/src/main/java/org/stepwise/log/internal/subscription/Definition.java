package org.stepwise.log.internal.subscription;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;
import org.stepwise.log.Recorded;
import org.stepwise.log.Subscription;
import org.stepwise.log.event.Consequence;
import org.stepwise.log.event.Event;
import org.stepwise.log.event.FiguresCorrected;
import org.stepwise.log.internal.catalogue.EventCatalogue;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.store.Feed;
import org.stepwise.record.Stated;

/** A subscription and the handlers it has defined. */
final class Definition implements Handlers {
    private static final Feed NOTHING = Feed.of(Set.of());

    private final Subscription subscription;
    private final EventCodec codec;
    private final Map<String, Handler<?>> handlers = new HashMap<>();
    private final List<Contracted<?>> contracts = new ArrayList<>();
    private final Reconclusions reconclusions;
    private volatile Found found = new Found(Map.of(), NOTHING);
    private volatile Feed feed;

    /** What is of its contracts now, and the types among it whose bundles are gone. */
    private record Found(Map<String, Handler<?>> handlers, Feed absent) {}

    Definition(Subscription subscription, EventCodec codec) {
        this.subscription = subscription;
        this.codec = codec;
        this.reconclusions = new Reconclusions(subscription.name(), codec);
        subscription.define(this);
        feed = Feed.of(handlers.keySet());
    }

    /** Api bundles have come or gone. */
    synchronized void look(EventCatalogue catalogue) {
        Map<String, Handler<?>> now = new HashMap<>();
        for (Contracted<?> each : contracts) {
            catalogue.of(each.contract()).forEach((type, event) -> now.put(type, each.handler(event)));
        }
        now.keySet().removeAll(handlers.keySet());
        Map<String, Handler<?>> absent = new HashMap<>(found.handlers());
        absent.keySet().removeAll(now.keySet());
        absent.replaceAll((type, handler) -> handler.gone());
        now.putAll(absent);
        Set<String> types = new HashSet<>(handlers.keySet());
        types.addAll(now.keySet());
        found = new Found(now, Feed.of(absent.keySet()));
        feed = Feed.of(types);
    }

    /** Types that it reacts to by contract, and whose bundles are gone. */
    Feed absent() {
        return found.absent();
    }

    /** The owners of the consequences that it takes in. */
    Stream<String> concluding() {
        return Stream.concat(handlers.entrySet().stream(), found.handlers().entrySet().stream())
                .filter(each -> each.getValue().consequence())
                .map(each -> each.getKey().substring(0, each.getKey().indexOf('.')));
    }

    /** Whether it takes whatever is of a contract. */
    boolean byContract() {
        return !contracts.isEmpty();
    }

    Subscription subscription() {
        return subscription;
    }

    String name() {
        return subscription.name();
    }

    String module() {
        return subscription.module();
    }

    boolean projection() {
        return subscription instanceof Projection;
    }

    Optional<Handler<?>> handler(String type) {
        Handler<?> own = handlers.get(type);
        return Optional.ofNullable(own != null ? own : found.handlers().get(type));
    }

    Feed feed() {
        return feed;
    }

    /** The settings among what it takes in. */
    Feed settings() {
        Set<String> types = new HashSet<>();
        handlers.forEach((type, handler) -> {
            if (handler.setting()) {
                types.add(type);
            }
        });
        return Feed.of(types);
    }

    void apply(String type, Recorded<?> recorded) {
        handler(type).ifPresent(handler -> handler.apply(recorded));
    }

    @Override
    public <E extends Event> Handlers apply(
            Class<E> type, Function<E, ? extends Collection<?>> keys, Applies<E> handler) {
        if (!projection()) {
            throw new IllegalArgumentException(name() + " is a reaction: it reacts to " + type.getSimpleName());
        }
        return add(new Handler<>(type, keys, handler, null));
    }

    @Override
    public <T extends Record> Handlers applyTo(
            Class<T> described, Function<Stated<T>, ? extends Collection<?>> keys, Applies<Stated<T>> handler) {
        if (!projection()) {
            throw new IllegalArgumentException(name() + " is a reaction: it reacts to " + described.getSimpleName());
        }
        return add(new Handler<>(described, keys, handler, null));
    }

    @Override
    public <T extends Record> Handlers reactTo(
            Class<T> described, Function<Stated<T>, ? extends Collection<?>> keys, Reacts<Stated<T>> handler) {
        if (projection()) {
            throw new IllegalArgumentException(name() + " is a projection: it applies " + described.getSimpleName());
        }
        return add(new Handler<>(described, keys, null, handler));
    }

    @Override
    public <E extends Event> Handlers react(
            Class<E> type, Function<E, ? extends Collection<?>> keys, Reacts<E> handler) {
        if (projection()) {
            throw new IllegalArgumentException(name() + " is a projection: it applies " + type.getSimpleName());
        }
        return add(new Handler<>(type, keys, null, handler));
    }

    @Override
    public <C> Handlers reactToAll(
            Class<C> contract, Function<C, ? extends Collection<?>> keys, ReactsToAll<C> handler) {
        if (projection() || !contract.isInterface()) {
            throw new IllegalArgumentException(name() + " can not react to all of " + contract.getSimpleName());
        }
        contracts.add(new Contracted<>(contract, keys, handler));
        return this;
    }

    /** How it reacts to whatever is of a contract. */
    private record Contracted<C>(
            Class<C> contract, Function<C, ? extends Collection<?>> keys, ReactsToAll<C> reaction) {
        Handler<?> handler(Class<?> event) {
            return new Handler<>(
                    event,
                    said -> keys.apply(contract.cast(said)),
                    null,
                    (entry, conclude) -> reaction.react(contract.cast(entry.event()), entry, conclude));
        }
    }

    @Override
    public <E extends Consequence> Handlers reconclude(
            Class<E> type, Function<E, ? extends Collection<?>> keys, Reconcludes<E> handler) {
        if (reconclusions.none()) {
            react(FiguresCorrected.class, reconclusions::keys, reconclusions::conclude);
        }
        reconclusions.add(type, keys, handler);
        return this;
    }

    /** A projection may write several documents of one event, and says so for each; a reaction says all at once. */
    private Handlers add(Handler<?> handler) {
        var type = codec.kind(handler.type()).type();
        var before = handlers.get(type);
        if (before != null && !projection()) {
            throw new IllegalArgumentException(
                    name() + " takes " + handler.type().getSimpleName() + " twice");
        }
        handlers.put(type, before == null ? handler : before.then(handler));
        return this;
    }
}
