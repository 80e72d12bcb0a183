package org.stepwise.security;

import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** Knows who is calling on this thread. */
@ProviderType
public interface Callers {
    /** The caller, or a refusal {@code erp.session.none} when nobody is logged in. */
    Caller current();

    Optional<Caller> find();

    /** Runs the work on behalf of the caller. */
    <T> T as(Caller caller, Supplier<T> work);
}
