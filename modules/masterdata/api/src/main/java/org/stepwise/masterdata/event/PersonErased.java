package org.stepwise.masterdata.event;

import org.stepwise.data.Id;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Fact;

/** The personal data of a party are erased for good; its documents and figures stay. */
@EventType("masterdata.person-erased")
public record PersonErased(Id party, String reason) implements Fact {}
