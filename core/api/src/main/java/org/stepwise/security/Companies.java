package org.stepwise.security;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/** The companies of this installation: the boundary of log, data, settings, rights, module states and numbers. */
@ProviderType
public interface Companies {
    List<Company> all();

    Optional<Company> find(Id id);

    /** Makes a company known to the platform; part of the running transaction. */
    void add(Company company);

    /** The language its texts are sorted and found by, such as {@code de}. */
    String language(Id company);

    /** Takes another language from now on; part of the running transaction. */
    void speak(Id company, String language);

    /**
     * A company.
     *
     * @param currency ISO 4217
     * @param zone decides which day it is
     */
    record Company(Id id, String name, String currency, ZoneId zone) {}
}
