package org.stepwise.security;

import org.osgi.annotation.versioning.ConsumerType;
import org.stepwise.data.Id;

/** Whiteboard: a part that keeps copies of what was answered deletes what it holds of a person who is erased. */
@ConsumerType
public interface Forgets {
    void forget(Id company, Id person);
}
