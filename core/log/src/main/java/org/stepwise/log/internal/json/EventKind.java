package org.stepwise.log.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Upcaster;

/** What the annotation of an event's class says. */
public record EventKind(String type, int version, List<Upcaster> upcasters, boolean personal) {

    static EventKind of(Class<?> event) {
        EventType declared = event.getAnnotation(EventType.class);
        if (declared == null || !event.isRecord()) {
            throw new IllegalArgumentException(event.getName() + " must be a record annotated with @EventType");
        }
        if (declared.upcasters().length != declared.version() - 1) {
            throw new IllegalArgumentException(event.getName() + " has version " + declared.version()
                    + " and needs an upcaster from each earlier one");
        }
        List<Upcaster> upcasters =
                Arrays.stream(declared.upcasters()).map(EventKind::made).toList();
        return new EventKind(declared.value(), declared.version(), upcasters, PersonalFields.anyIn(event));
    }

    /** Brings what an earlier version wrote to this one; fields that nobody knows stay as they are. */
    ObjectNode upcast(ObjectNode stored, int from) {
        ObjectNode node = stored;
        for (int at = Math.max(1, from); at < version; at++) {
            node = upcasters.get(at - 1).upcast(node);
        }
        return node;
    }

    private static Upcaster made(Class<? extends Upcaster> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new IllegalArgumentException(
                    type.getName() + " needs a public constructor without arguments", failure);
        }
    }
}
