package org.stepwise.log;

/** Somebody did it, through a verb. */
public non-sealed interface Fact extends Event {}
