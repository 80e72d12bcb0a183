package org.stepwise.log.event;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Brings a stored event from one schema version to the next; a pure function with a public no-argument constructor. */
@FunctionalInterface
public interface Upcaster {
    ObjectNode upcast(ObjectNode older);
}
