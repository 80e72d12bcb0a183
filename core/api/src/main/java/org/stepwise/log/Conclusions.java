package org.stepwise.log;

import org.osgi.annotation.versioning.ProviderType;
import org.stepwise.log.event.Consequence;

/** Takes the consequences of one event; the n-th one of the same cause and reaction is always the same consequence. */
@ProviderType
public interface Conclusions {
    void append(Consequence consequence);
}
