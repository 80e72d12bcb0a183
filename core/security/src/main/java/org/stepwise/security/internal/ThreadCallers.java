package org.stepwise.security.internal;

import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;
import org.stepwise.error.Rejected;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;

/** The caller is bound to the thread for as long as the work runs. */
@Component
public final class ThreadCallers implements Callers {
    private final ThreadLocal<Caller> bound = new ThreadLocal<>();

    @Override
    public Caller current() {
        return find().orElseThrow(() -> new Rejected("erp.session.none", "nobody is logged in; log in first"));
    }

    @Override
    public Optional<Caller> find() {
        return Optional.ofNullable(bound.get());
    }

    @Override
    public <T> T as(Caller caller, Supplier<T> work) {
        var before = bound.get();
        bound.set(caller);
        try {
            return work.get();
        } finally {
            if (before == null) {
                bound.remove();
            } else {
                bound.set(before);
            }
        }
    }
}
