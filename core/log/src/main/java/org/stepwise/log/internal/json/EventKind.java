package org.stepwise.log.internal.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.stepwise.data.Id;
import org.stepwise.log.event.Event;
import org.stepwise.log.event.EventType;
import org.stepwise.log.event.Upcaster;

/** What an event's class says of itself. */
public record EventKind(
        Class<?> event,
        EventType declared,
        List<Upcaster> upcasters,
        boolean personal,
        Set<String> doors,
        SubjectOf subjectOf) {

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
        return new EventKind(
                event,
                declared,
                upcasters,
                PersonalFields.anyIn(event),
                Set.of(declared.doors()),
                SubjectOf.events(event));
    }

    public String type() {
        return declared.value();
    }

    public int version() {
        return declared.version();
    }

    /** Whether it says anew the whole of what its row is. */
    public boolean restates() {
        return declared.restates();
    }

    /** The row that an event of this kind is mainly about, or null. */
    public Id subject(Event of) {
        return subjectOf.find(of);
    }

    /** The module whose fact it is. */
    public String owner() {
        return type().substring(0, Math.max(0, type().indexOf('.')));
    }

    /** Whether the module may bring it into the log: as its owner, or by a door that its type declares. */
    public boolean isFrom(String module) {
        return owner().equals(module) || doors.contains(module);
    }

    /** Who may record it, as text. */
    public String recorders() {
        return doors.isEmpty()
                ? owner()
                : owner() + ", or while that is off by " + String.join(", ", new TreeSet<>(doors));
    }

    /** Brings what an earlier version wrote to this one; fields that nobody knows stay as they are. */
    ObjectNode upcast(ObjectNode stored, int from) {
        ObjectNode node = stored;
        for (int at = Math.max(1, from); at < version(); at++) {
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
