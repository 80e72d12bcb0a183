package org.stepwise.data;

import org.osgi.annotation.versioning.ProviderType;

/** Makes the ids of new things. Used by verbs only: a reaction derives its keys from the event. */
@ProviderType
public interface Ids {
    Id next();
}
