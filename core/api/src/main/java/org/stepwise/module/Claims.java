package org.stepwise.module;

import org.osgi.annotation.versioning.ConsumerType;

/** Ties a request's idempotency key to the transaction of its effect. */
@ConsumerType
public interface Claims {
    /**
     * Called by the outermost verb at the end of its transaction: notes the key of the current request, if it has
     * one, as used, with the verb's result; the same key a second time rolls the transaction back.
     */
    void claim(Object result);
}
