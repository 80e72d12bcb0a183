package org.stepwise.log.event;

/** Somebody did it, through a verb. */
public non-sealed interface Fact extends Event {}
