package org.stepwise.log.internal;

import java.util.List;
import org.stepwise.data.Id;
import org.stepwise.log.event.Consequence;
import org.stepwise.log.event.EventType;

/** As many lines as the document has. */
@EventType("copies.copied")
public record Copied(Id document, List<String> lines) implements Consequence {}
