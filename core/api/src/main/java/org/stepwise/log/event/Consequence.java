package org.stepwise.log.event;

/** A reaction concluded it; its identity is its cause, the reaction and an ordinal. */
public non-sealed interface Consequence extends Event {}
