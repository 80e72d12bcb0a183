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
import org.stepwise.record.Described;
import org.stepwise.record.RecordName;
import org.stepwise.record.Stated;

/**
 * What the annotation of an event's class says, or that of a described record, whose facts are {@code Stated}.
 *
 * @param event the class of the event, or the described record
 * @param restates whether it says anew the whole of what its row is
 * @param described the record, null for any other event
 */
public record EventKind(
        Class<?> event,
        String type,
        int version,
        boolean restates,
        List<Upcaster> upcasters,
        boolean personal,
        Set<String> doors,
        SubjectOf subjectOf,
        Class<? extends Record> described) {

    /** The field of {@code Stated} that holds the record. */
    static final String NOW = "now";

    private static final String ARCHIVED = "archived";

    /** @param event its class, or that of the record which a {@code Stated} is about */
    static EventKind of(Class<?> event) {
        return event.isAnnotationPresent(Described.class) ? ofRecord(event.asSubclass(Record.class)) : ofEvent(event);
    }

    private static EventKind ofRecord(Class<? extends Record> described) {
        Described declared = described.getAnnotation(Described.class);
        return new EventKind(
                described,
                RecordName.of(described).type(),
                declared.version(),
                true,
                upcasters(described, declared.version(), declared.upcasters()),
                PersonalFields.anyIn(described),
                Set.of(),
                SubjectOf.events(Stated.class),
                described);
    }

    private static EventKind ofEvent(Class<?> event) {
        EventType declared = event.getAnnotation(EventType.class);
        if (declared == null || !event.isRecord()) {
            throw new IllegalArgumentException(event.getName() + " must be a record annotated with @EventType");
        }
        return new EventKind(
                event,
                declared.value(),
                declared.version(),
                declared.restates(),
                upcasters(event, declared.version(), declared.upcasters()),
                PersonalFields.anyIn(event),
                Set.of(declared.doors()),
                SubjectOf.events(event),
                null);
    }

    private static List<Upcaster> upcasters(Class<?> event, int version, Class<? extends Upcaster>[] declared) {
        if (declared.length != version - 1) {
            throw new IllegalArgumentException(
                    event.getName() + " has version " + version + " and needs an upcaster from each earlier one");
        }
        return Arrays.stream(declared).map(EventKind::made).toList();
    }

    /** The row that an event of this kind is mainly about, or null. */
    public Id subject(Event of) {
        return subjectOf.find(of);
    }

    /** What it says of its row, by field: of a described record the record itself, and whether it is archived. */
    ObjectNode plain(ObjectNode stored) {
        if (described == null) {
            return stored;
        }
        ObjectNode now = ((ObjectNode) stored.get(NOW)).deepCopy();
        return now.set(ARCHIVED, stored.path(ARCHIVED));
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
        if (described != null) {
            return (ObjectNode) stored.set(NOW, upcasted((ObjectNode) stored.get(NOW), from));
        }
        return upcasted(stored, from);
    }

    private ObjectNode upcasted(ObjectNode stored, int from) {
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
