package org.stepwise.log.internal.subscription;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.stepwise.log.Handlers;
import org.stepwise.log.Projection;
import org.stepwise.log.Recorded;
import org.stepwise.log.Subscription;
import org.stepwise.log.event.Event;
import org.stepwise.log.internal.json.EventCodec;
import org.stepwise.log.internal.store.Feed;
import org.stepwise.record.Stated;

/** A subscription and the handlers it has defined. */
final class Definition implements Handlers {
    private final Subscription subscription;
    private final EventCodec codec;
    private final Map<String, Handler<?>> handlers = new HashMap<>();

    Definition(Subscription subscription, EventCodec codec) {
        this.subscription = subscription;
        this.codec = codec;
        subscription.define(this);
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
        return Optional.ofNullable(handlers.get(type));
    }

    Feed feed() {
        return Feed.of(handlers.keySet());
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

    private Handlers add(Handler<?> handler) {
        if (handlers.put(codec.kind(handler.type()).type(), handler) != null) {
            throw new IllegalArgumentException(
                    name() + " takes " + handler.type().getSimpleName() + " twice");
        }
        return this;
    }
}
