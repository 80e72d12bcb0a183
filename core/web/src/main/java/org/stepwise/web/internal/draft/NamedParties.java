package org.stepwise.web.internal.draft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.row.Whose;
import org.stepwise.security.Caller;
import org.stepwise.security.Callers;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.ValueType;
import org.stepwise.web.internal.register.Documents;
import org.stepwise.web.internal.register.Registers;

/** Whom a form names: by a reference of its own, or by one of a row that it refers to. */
@Component(service = NamedParties.class)
public final class NamedParties {
    private static final Id SYSTEM = new Id(0);

    private final Registers registers;
    private final Callers callers;
    private final Documents documents;
    private final List<Whose> people = new CopyOnWriteArrayList<>();

    @Activate
    public NamedParties(@Reference Registers registers, @Reference Callers callers, @Reference Documents documents) {
        this.registers = registers;
        this.callers = callers;
        this.documents = documents;
    }

    @Reference(
            name = "people",
            unbind = "removedPeople",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    public void addedPeople(Whose whose) {
        people.add(whose);
    }

    public void removedPeople(Whose whose) {
        people.remove(whose);
    }

    /**
     * Rows of lists that have people in them.
     *
     * @param people those of them who are people now; others may become some
     */
    record Named(Set<Id> all, Set<Id> people) {}

    /** Asked as the system: who types need not be allowed to look up what he names, and is told nothing of it. */
    Named in(Description form, JsonNode values) {
        if (people.isEmpty()) {
            return new Named(Set.of(), Set.of());
        }
        var caller = callers.current();
        var system =
                new Caller(SYSTEM, "system", caller.company(), "system", caller.zone(), Locale.ENGLISH, Set.of("*"));
        return callers.as(system, () -> {
            var all = new LinkedHashSet<Id>();
            var persons = new LinkedHashSet<Id>();
            references(form, values).stream()
                    .flatMap(reference -> parties(reference).stream())
                    .forEach(party -> {
                        all.add(party.id());
                        person(party).ifPresent(persons::add);
                    });
            return new Named(all, persons);
        });
    }

    /** A row that is named. */
    private record Ref(String register, Id id) {}

    private static Set<Ref> references(Description form, JsonNode values) {
        var found = new HashSet<Ref>();
        form.fields().forEach(field -> reference(field, values).ifPresent(found::add));
        if (form.lines() != null) {
            values.path(form.lines().name())
                    .forEach(line -> form.lines().fields().forEach(field -> reference(field, line)
                            .ifPresent(found::add)));
        }
        return found;
    }

    private static Optional<Ref> reference(Field field, JsonNode values) {
        return field.type() == ValueType.REFERENCE
                ? ref(field.register(), values.path(field.name()))
                : Optional.empty();
    }

    private static Optional<Ref> ref(String register, JsonNode value) {
        try {
            return register == null || !value.isTextual()
                    ? Optional.empty()
                    : Optional.of(new Ref(register, Id.parse(value.asText().strip())));
        } catch (Refusal noId) {
            return Optional.empty();
        }
    }

    private List<Ref> parties(Ref reference) {
        if (hasPeople(reference.register())) {
            return List.of(reference);
        }
        var columns = registers.describe(reference.register()).map(Description::columns).orElse(List.of()).stream()
                .filter(column -> column.type() == ValueType.REFERENCE && hasPeople(column.register()))
                .toList();
        return columns.isEmpty() ? List.of() : of(reference, columns);
    }

    private List<Ref> of(Ref reference, List<Column> columns) {
        try {
            var row = registers.find(reference.register(), reference.id());
            var found = new ArrayList<Ref>();
            if (documents.view(reference.id(), row) instanceof JsonNode view) {
                columns.forEach(column ->
                        ref(column.register(), view.path(column.name())).ifPresent(found::add));
            }
            return found;
        } catch (Refusal unknown) {
            return List.of();
        }
    }

    private boolean hasPeople(String register) {
        return people.stream().anyMatch(each -> each.register().equals(register));
    }

    private Optional<Id> person(Ref party) {
        return people.stream()
                .filter(each -> each.register().equals(party.register()))
                .flatMap(each -> each.person(party.id()).stream())
                .findFirst();
    }
}
