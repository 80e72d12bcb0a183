package org.stepwise.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a record names, its lines included, and where: each register is asked once for all of it. */
final class NamedParts {
    private final Map<String, String> wrong;
    private final Map<Naming.To, Map<Object, List<String>>> places = new LinkedHashMap<>();

    /** @param wrong what is wrong already, by path: not asked; what is found is added */
    NamedParts(Map<String, String> wrong) {
        this.wrong = wrong;
    }

    /** @param known what the record replaces, or null: what stays is not named anew */
    NamedParts collect(Shape<?> shape, Record given, Record known) {
        for (var part : shape.parts()) {
            if (part.kind() == Kind.LINES) {
                lines(part, rows(part.of(given)), known == null ? List.of() : rows(part.of(known)));
            } else {
                add(part, part.name(), part.of(given), known == null ? Set.of() : some(part.of(known)));
            }
        }
        return this;
    }

    @SuppressWarnings("unchecked")
    private static List<Record> rows(Object lines) {
        return lines == null ? List.of() : (List<Record>) lines;
    }

    private static Set<Object> some(Object value) {
        return value == null ? Set.of() : Set.of(value);
    }

    private void lines(Part lines, List<Record> given, List<Record> known) {
        for (var part : lines.lines().parts()) {
            if (part.register() == null) {
                continue;
            }
            var stay = new HashSet<>();
            known.forEach(line -> stay.add(part.of(line)));
            for (int i = 0; i < given.size(); i++) {
                add(part, lines.name() + "[" + i + "]." + part.name(), part.of(given.get(i)), stay);
            }
        }
    }

    private void add(Part part, String path, Object value, Set<Object> stay) {
        if (part.register() != null && value != null && !stay.contains(value) && !wrong.containsKey(path)) {
            places.computeIfAbsent(new Naming.To(part.register(), part.endedToo()), to -> new LinkedHashMap<>())
                    .computeIfAbsent(value, named -> new ArrayList<>())
                    .add(path);
        }
    }

    void ask(Naming naming) {
        places.forEach((to, named) -> naming.complaints(to, named.keySet())
                .forEach((value, complaint) ->
                        named.getOrDefault(value, List.of()).forEach(path -> wrong.putIfAbsent(path, complaint))));
    }
}
