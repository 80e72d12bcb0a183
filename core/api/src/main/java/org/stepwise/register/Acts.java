package org.stepwise.register;

import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stepwise.data.Id;
import org.stepwise.input.Faults;
import org.stepwise.input.Naming;
import org.stepwise.input.Part;
import org.stepwise.input.Shape;
import org.stepwise.register.Sheet.Verb;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;

/** What can be done with the rows of a sheet, each made of the form that was filled in. */
final class Acts {
    final Map<String, Act<?>> verbs = new LinkedHashMap<>();
    Creating<?> creating;
    Changing<?> changing;

    record Creating<T extends Record>(String permission, Shape<T> shape, Function<T, Id> verb) {
        Id create(Form form) {
            return verb.apply(Filled.in(shape, form, null));
        }
    }

    record Changing<T extends Record>(String permission, Shape<T> shape, Function<Id, T> known, Verb<T> verb) {
        void change(Id id, long version, Form form) {
            verb.act(id, version, Filled.in(shape, form, () -> known.apply(id)));
        }

        void faults(Id id, Form form, Naming naming, Map<String, String> wrong) {
            var stands = known.apply(id);
            Faults.in(Filled.in(shape, form, () -> stands), stands, naming, wrong);
        }
    }

    record Act<T extends Record>(String permission, Map<String, List<String>> when, Shape<T> shape, Verb<T> verb) {
        void act(Id id, long version, Form form) {
            verb.act(id, version, Filled.in(shape, form, null));
        }
    }

    /** All that is wrong with a form, what it names and rules across its fields included. */
    Map<String, String> faults(Id row, String verb, Form form, Naming naming) {
        var wrong = new LinkedHashMap<>(form.faults());
        if (verb != null && verbs.containsKey(verb)) {
            Faults.in(Filled.in(verbs.get(verb).shape(), form, null), null, naming, wrong);
        } else if (verb == null && row == null && creating != null) {
            Faults.in(Filled.in(creating.shape(), form, null), null, naming, wrong);
        } else if (verb == null && row != null && changing != null) {
            changing.faults(row, form, naming, wrong);
        }
        return wrong;
    }

    String create() {
        return creating == null ? null : creating.permission();
    }

    String change() {
        return changing == null ? null : changing.permission();
    }

    /** What can be changed, and what a program finds there. */
    Map<String, Type> changed() {
        var types = new LinkedHashMap<String, Type>();
        if (changing != null) {
            changing.shape().parts().stream()
                    .filter(part -> part.lines() == null)
                    .forEach(part -> types.put(part.name(), part.component().getGenericType()));
        }
        return types;
    }

    /** The lines that are entered. */
    Optional<Part> lines() {
        return Stream.concat(
                        creating == null ? Stream.of() : creating.shape().parts().stream(),
                        changing == null ? Stream.of() : changing.shape().parts().stream())
                .filter(part -> part.lines() != null)
                .findFirst();
    }

    List<Field> lineFields() {
        return lines().map(part -> fields(part.lines(), "both")).orElse(List.of());
    }

    /** Those of both forms, each once. */
    List<Field> fields() {
        var fields = new LinkedHashMap<String, Field>();
        if (creating != null) {
            fields(creating.shape(), "create").forEach(field -> fields.put(field.name(), field));
        }
        if (changing != null) {
            for (var field : fields(changing.shape(), "change")) {
                fields.merge(field.name(), field, (made, changed) -> Field.of(made.part(), "both"));
            }
        }
        return List.copyOf(fields.values());
    }

    List<Description.Verb> described() {
        return verbs.entrySet().stream()
                .map(act -> new Description.Verb(
                        act.getKey(),
                        act.getValue().permission(),
                        act.getValue().when(),
                        fields(act.getValue().shape(), "both")))
                .toList();
    }

    private static List<Field> fields(Shape<?> shape, String on) {
        return shape.parts().stream()
                .filter(part -> part.lines() == null)
                .map(part -> Field.of(part, on))
                .toList();
    }
}
