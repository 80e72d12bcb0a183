package org.stepwise.log;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Works in log order after commit, and may conclude consequences. It reads nothing but the event and tables that it
 * alone writes: no clock, no random, no service of another module.
 */
@ConsumerType
public non-sealed interface Reaction extends Subscription {}
