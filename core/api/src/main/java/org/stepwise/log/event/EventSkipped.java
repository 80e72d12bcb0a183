package org.stepwise.log.event;

/** An administrator decided that a subscription leaves an event out, now and in every replay. */
@EventType("erp.event-skipped")
public record EventSkipped(String subscription, long position, String reason) implements Fact {}
