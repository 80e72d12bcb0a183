package org.stepwise.log.event;

import org.stepwise.data.Id;

/** A document has its official number; no other of the company ever has the same, and none is left out. */
@EventType("erp.document-numbered")
public record DocumentNumbered(Id document, String series, String number) implements Consequence {}
