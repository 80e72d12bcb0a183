package org.stepwise.security;

import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/** Runs console commands on behalf of {@code console}, which has every permission: who reaches it owns the server. */
@ProviderType
public interface ConsoleCaller {
    /** For the first company. */
    <T> T run(Supplier<T> work);

    /** For the company with this name or id; refuses with {@code erp.company.unknown}. Null or empty: the first one. */
    <T> T run(String company, Supplier<T> work);
}
