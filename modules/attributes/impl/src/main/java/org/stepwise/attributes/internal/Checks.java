package org.stepwise.attributes.internal;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.attributes.AttributeType;
import org.stepwise.data.Id;
import org.stepwise.error.Rejected;

/** What values must be to be recorded, of rows and of lines. */
@Component(service = Checks.class)
public final class Checks {
    private final References references;

    @Activate
    public Checks(@Reference References references) {
        this.references = references;
    }

    /**
     * What is known where something is set.
     *
     * @param on the attributes of the day
     */
    public record Known(Map<String, Attribute> on, Map<String, String> values) {}

    /**
     * What is otherwise than it is known, as facts have it.
     *
     * @param at where it was entered, such as {@code lines[2].}
     * @param wrong takes all that is wrong
     */
    public Map<String, String> changed(String at, Map<String, String> wanted, Known known, Map<String, String> wrong) {
        var changed = new TreeMap<String, String>();
        wanted.forEach((name, given) -> {
            var attribute = known.on.get(name);
            if (attribute == null) {
                wrong.put(at + AttributesModule.MODULE + "_" + name, "is no attribute that is there today");
                return;
            }
            try {
                var value = attribute.checked(given);
                if (!value.equals(known.values.getOrDefault(name, ""))) {
                    require(attribute, value);
                    changed.put(name, value);
                }
            } catch (Rejected refused) {
                refused.fields().forEach((field, reason) -> wrong.put(at + field, reason));
            }
        });
        return changed;
    }

    private void require(Attribute attribute, String value) {
        if (value.isEmpty() && attribute.required()) {
            throw Attribute.INPUT.wrong(attribute.field(), "is required and cannot be emptied");
        }
        complaint(attribute, value).ifPresent(complaint -> {
            throw Attribute.INPUT.wrong(attribute.field(), complaint);
        });
    }

    /** What is wrong with what a value names. */
    public Optional<String> complaint(Attribute attribute, String value) {
        return value.isEmpty() || attribute.type() != AttributeType.REFERENCE
                ? Optional.empty()
                : references.complaint(attribute.refers(), Id.parse(value));
    }

    /** All that is wrong is told at once. */
    public static void refuse(Map<String, String> wrong) {
        if (!wrong.isEmpty()) {
            var first = wrong.entrySet().iterator().next();
            throw new Rejected(
                    "attributes.input.invalid",
                    first.getKey() + " " + first.getValue()
                            + (wrong.size() > 1 ? " (and " + (wrong.size() - 1) + " more)" : ""),
                    wrong);
        }
    }

    /**
     * Whom something personal tells of; a row of the register of parties is itself whom it tells of.
     *
     * @param field the field of the row that names the person
     */
    public static Id person(Id row, Supplier<Map<String, Object>> view, String field) {
        if (field.equals(DefinitionDesk.ITSELF)) {
            return row;
        }
        var person = view.get().get(field);
        if (person == null) {
            throw new Rejected(
                    "attributes.value.nobody",
                    "what tells of a person cannot be kept where nobody stands in \"" + field
                            + "\"; fill that in first",
                    Map.of(field, "is empty"));
        }
        return Id.parse(person.toString());
    }
}
