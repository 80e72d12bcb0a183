package org.stepwise.security;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.data.Id;

/** A key of 256 bits for each person a company knows; with the key goes everything that was encrypted with it. */
@ProviderType
public interface PersonalKeys {
    /** The person's key, made now if there is none and the person was never erased. */
    byte[] keyOf(Id company, Id person);

    /** The person's key; empty when there is none or it was destroyed. */
    Optional<byte[]> find(Id company, Id person);

    /** Destroys the key for good; part of the running transaction. */
    void destroy(Id company, Id person);
}
