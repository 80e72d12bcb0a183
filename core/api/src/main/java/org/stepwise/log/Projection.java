package org.stepwise.log;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Writes a module's documents from facts: in the verb of the same module that records them, and by delivery for facts
 * recorded elsewhere, in catch-up and in a rebuild. What it writes must not depend on the order of facts about
 * different documents; what does belongs in a {@link Reaction}.
 */
@ConsumerType
public non-sealed interface Projection extends Subscription {}
