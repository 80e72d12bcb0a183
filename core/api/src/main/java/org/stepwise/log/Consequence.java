package org.stepwise.log;

/** A reaction concluded it; its identity is its cause, the reaction and an ordinal. */
public non-sealed interface Consequence extends Event {}
