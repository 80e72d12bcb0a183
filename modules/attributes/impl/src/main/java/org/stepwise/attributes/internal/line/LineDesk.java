package org.stepwise.attributes.internal.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stepwise.attributes.event.LineAttributesSet;
import org.stepwise.attributes.event.LineAttributesSet.OfLine;
import org.stepwise.attributes.internal.Attribute;
import org.stepwise.attributes.internal.AttributesModule;
import org.stepwise.attributes.internal.AttributesPermissions;
import org.stepwise.attributes.internal.Checks;
import org.stepwise.attributes.internal.Definitions;
import org.stepwise.attributes.internal.References;
import org.stepwise.data.Id;
import org.stepwise.error.NotFound;
import org.stepwise.log.Log;
import org.stepwise.module.Verbs;
import org.stepwise.security.Callers;
import org.stepwise.web.Description;

/** Records values of attributes of lines: those that change, all lines of a document in one fact. */
@Component(service = LineDesk.class)
public final class LineDesk {
    private final Definitions definitions;
    private final LineRows rows;
    private final Checks checks;
    private final References references;
    private final Verbs verbs;
    private final Callers callers;
    private final Log log;

    @Activate
    public LineDesk(
            @Reference Definitions definitions,
            @Reference LineRows rows,
            @Reference Checks checks,
            @Reference References references,
            @Reference Verbs verbs,
            @Reference Callers callers,
            @Reference Log log) {
        this.definitions = definitions;
        this.rows = rows;
        this.checks = checks;
        this.references = references;
        this.verbs = verbs;
        this.callers = callers;
        this.log = log;
    }

    /** @param view what the register shows of it */
    record Document(String register, Id row, Supplier<Map<String, Object>> view) {}

    /**
     * A line that was entered.
     *
     * @param number which one it has become, 0 for none
     * @param from which one it was, 0 for a new one
     */
    record Taken(int number, int from, Map<String, String> values) {}

    /** Sets some of the lines; what is not named stays. */
    public void set(String register, Id row, Map<String, Object> view, Map<Integer, Map<String, String>> wanted) {
        requireLines(register, row, view, wanted);
        var document = new Document(register, row, () -> view);
        verbs.write(AttributesModule.MODULE, AttributesPermissions.VALUE_SET, () -> {
            var known = known(document);
            var now = copied(known.values());
            var wrong = new LinkedHashMap<String, String>();
            wanted.forEach(
                    (number, values) -> enter(now, new Taken(number, number, values), known, place(number - 1), wrong));
            Checks.refuse(wrong);
            record(document, known, now);
            return null;
        });
    }

    private void requireLines(
            String register, Id row, Map<String, Object> view, Map<Integer, Map<String, String>> wanted) {
        var lines = references
                .describe(register)
                .map(Description::lines)
                .map(described -> described.of(view))
                .orElse(List.of());
        var there = new TreeSet<Integer>();
        lines.forEach(line -> there.add(Description.Lines.number(line, there.size())));
        wanted.keySet().stream()
                .filter(number -> !there.contains(number))
                .findFirst()
                .ifPresent(number -> {
                    throw new NotFound(
                            "attributes.line.unknown",
                            row + " of " + register + " has no line " + number + "; it has " + there.size());
                });
    }

    /** All lines as they were entered: what a line does not say it has from the one that it was. */
    void take(String permission, Document document, List<Taken> lines) {
        verbs.write(AttributesModule.MODULE, permission, () -> {
            var known = known(document);
            var now = new TreeMap<Integer, Map<String, String>>();
            var wrong = new LinkedHashMap<String, String>();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).number > 0) {
                    enter(now, lines.get(i), known, place(i), wrong);
                }
            }
            Checks.refuse(wrong);
            record(document, known, now);
            return null;
        });
    }

    private static String place(int index) {
        return "lines[" + index + "].";
    }

    private record Known(
            Map<String, Attribute> ever,
            Map<String, Attribute> today,
            Map<Integer, Map<String, String>> values,
            Id person) {}

    private Known known(Document document) {
        var company = callers.current().company();
        var lines = Definitions.linesOf(document.register);
        var kept = rows.read(company, document.register, document.row);
        return new Known(
                definitions.ever(company, lines),
                definitions.on(company, lines, verbs.today()),
                kept.values(),
                kept.person());
    }

    private static Map<Integer, Map<String, String>> copied(Map<Integer, Map<String, String>> values) {
        var copy = new TreeMap<Integer, Map<String, String>>();
        values.forEach((line, known) -> copy.put(line, new TreeMap<>(known)));
        return copy;
    }

    private void enter(
            Map<Integer, Map<String, String>> now, Taken line, Known known, String at, Map<String, String> wrong) {
        var was = known.values.getOrDefault(line.from, Map.of());
        var values = now.computeIfAbsent(line.number, none -> new TreeMap<>(was));
        checks.changed(at, line.values, new Checks.Known(known.today, was), wrong)
                .forEach((name, value) -> {
                    if (value.isEmpty()) {
                        values.remove(name);
                    } else {
                        values.put(name, value);
                    }
                });
    }

    /** What is otherwise than before; where lines tell of somebody else, all that is personal goes over to him. */
    private void record(Document document, Known known, Map<Integer, Map<String, String>> now) {
        var personal = known.ever.values().stream()
                .filter(Attribute::personal)
                .filter(each -> now.values().stream().anyMatch(line -> line.containsKey(each.name())))
                .findFirst();
        var person = personal.map(each -> Checks.person(document.row, document.view, each.person()))
                .orElse(known.person);
        var others = known.person != null && !known.person.equals(person);
        var said = new ArrayList<OfLine>();
        var sealed = new ArrayList<OfLine>();
        Stream.concat(known.values.keySet().stream(), now.keySet().stream())
                .sorted()
                .distinct()
                .forEach(line -> {
                    var was = known.values.getOrDefault(line, Map.of());
                    var is = now.getOrDefault(line, Map.of());
                    var plain = new TreeMap<String, String>();
                    var secret = new TreeMap<String, String>();
                    names(was, is).forEach(name -> {
                        var value = is.getOrDefault(name, "");
                        var isPersonal = known.ever.get(name).personal();
                        if (!value.equals(was.getOrDefault(name, "")) || isPersonal && others && !value.isEmpty()) {
                            (isPersonal ? secret : plain).put(name, value);
                        }
                    });
                    add(said, line, plain);
                    add(sealed, line, secret);
                });
        if (!said.isEmpty() || !sealed.isEmpty()) {
            log.record(
                    AttributesModule.MODULE,
                    verbs.today(),
                    new LineAttributesSet(
                            document.register,
                            document.row,
                            said,
                            sealed.isEmpty() ? null : sealed,
                            sealed.isEmpty() ? null : person));
        }
    }

    private static TreeSet<String> names(Map<String, String> was, Map<String, String> is) {
        var names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        return names;
    }

    private static void add(List<OfLine> lines, int line, Map<String, String> values) {
        if (!values.isEmpty()) {
            lines.add(new OfLine(line, values));
        }
    }
}
