package org.stepwise.log.internal;

import java.util.Optional;
import java.util.function.Supplier;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;

/** The caller of each thread, one for all unless told otherwise. */
final class ThreadCallers implements Callers {
    private final Caller everybody;
    private final ThreadLocal<Caller> now = new ThreadLocal<>();

    ThreadCallers(Caller everybody) {
        this.everybody = everybody;
    }

    @Override
    public Caller current() {
        return find().orElseThrow();
    }

    @Override
    public Optional<Caller> find() {
        return Optional.of(now.get() == null ? everybody : now.get());
    }

    @Override
    public <T> T as(Caller caller, Supplier<T> work) {
        Caller before = now.get();
        now.set(caller);
        try {
            return work.get();
        } finally {
            now.set(before);
        }
    }
}
