package org.stepwise.log.event;

/**
 * Something that happened in the company, immutable, named in the past tense, a record annotated with {@link
 * EventType}.
 */
public sealed interface Event permits Fact, Consequence {}
