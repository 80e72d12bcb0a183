package org.stepwise.activity.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stepwise.activity.Subject;
import org.stepwise.data.Id;
import org.stepwise.error.NotFound;
import org.stepwise.error.Quoted;
import org.stepwise.row.Whose;
import org.stepwise.security.UserNames;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.OpenRegisters;
import org.stepwise.web.ValueType;

/** Rows that the caller may see, and whose they are. */
@Component(service = Subjects.class)
public final class Subjects {
    private static final List<String> TITLES = List.of("number", "name", "code", "reference");

    private final OpenRegisters registers;
    private final UserNames names;
    private final List<Whose> people = new CopyOnWriteArrayList<>();
    private final ObjectMapper mapper =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Activate
    public Subjects(@Reference OpenRegisters registers, @Reference UserNames names) {
        this.registers = registers;
        this.names = names;
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

    /** The permission to see the row; refuses as its register does when the caller may not, or there is none. */
    public String permission(Subject subject) {
        registers.find(subject.register(), subject.row());
        return description(subject).read();
    }

    /** The person whose the row is: one itself, or the first that it refers to; refuses as {@link #permission}. */
    public Id person(Subject subject) {
        var found = registers.find(subject.register(), subject.row());
        var itself = person(subject.register(), subject.row());
        if (itself.isPresent() || people.isEmpty()) {
            return itself.orElse(null);
        }
        JsonNode view = mapper.valueToTree(found.view());
        return references(description(subject))
                .map(column -> person(column.register(), view.path(column.name())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /**
     * A row as it is now.
     *
     * @param title what people call it: its number, or else its name or code
     */
    public record Seen(String title, long version) {}

    /** Refuses as {@link #permission}. */
    public Seen seen(Subject subject) {
        var found = registers.find(subject.register(), subject.row());
        JsonNode view = mapper.valueToTree(found.view());
        var title = TITLES.stream()
                .map(view::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElseGet(() -> subject.row().toString());
        return new Seen(title, found.version());
    }

    /** What those are called who wrote about rows. */
    public Map<Id, String> names(Collection<Id> users) {
        return names.of(users);
    }

    private static Stream<Column> references(Description description) {
        return description.columns().stream()
                .filter(column -> column.type() == ValueType.REFERENCE)
                .filter(column -> Objects.nonNull(column.register()));
    }

    private Optional<Id> person(String register, JsonNode reference) {
        return reference.isTextual() ? person(register, Id.parse(reference.asText())) : Optional.empty();
    }

    private Optional<Id> person(String register, Id row) {
        return people.stream()
                .filter(each -> each.register().equals(register))
                .map(each -> each.person(row))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Description description(Subject subject) {
        return registers
                .describe(subject.register())
                .orElseThrow(() -> new NotFound(
                        "erp.register.unknown", "there is no list \"" + Quoted.of(subject.register()) + "\""));
    }
}
