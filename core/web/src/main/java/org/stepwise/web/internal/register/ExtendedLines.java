package org.stepwise.web.internal.register;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stepwise.data.Id;
import org.stepwise.error.Refusal;
import org.stepwise.web.Column;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.RegisterExtension.Line;
import org.stepwise.web.RegisterExtension.Row;
import org.stepwise.web.internal.register.Extensions.Part;

/**
 * What extensions add to the lines of a document. Lines have no id: which one is which is told by what they say, first
 * by all of it and then by their first field, which is what a line is about.
 */
final class ExtendedLines {
    private final Description.Lines own;
    private final List<Part> parts;

    ExtendedLines(Description.Lines own, List<Part> parts) {
        this.own = own;
        this.parts = own == null
                ? List.of()
                : parts.stream()
                        .filter(part -> !part.addition().lines().columns().isEmpty()
                                || !part.addition().lines().fields().isEmpty())
                        .toList();
    }

    /** Nothing is asked of lines that nobody enters. */
    Description.Lines whole() {
        if (parts.isEmpty()) {
            return own;
        }
        var columns = Stream.concat(
                own.columns().stream(),
                parts.stream()
                        .flatMap(part -> part.addition().lines().columns().stream())
                        .map(Column::shown));
        var fields = own.fields().isEmpty()
                ? Stream.<Field>of()
                : Stream.concat(own.fields().stream(), parts.stream().flatMap(ExtendedLines::fields));
        return new Description.Lines(own.name(), columns.toList(), fields.toList());
    }

    private static Stream<Field> fields(Part part) {
        return part.addition().lines().fields().stream();
    }

    /** What is known of them, by number. */
    Map<Integer, Map<String, Object>> known(Description register, Id row) {
        var known = new TreeMap<Integer, Map<String, Object>>();
        parts.forEach(part -> part.extension().lines(register, row).forEach((number, values) -> known.computeIfAbsent(
                        number, none -> new TreeMap<>())
                .putAll(values)));
        return known;
    }

    void show(Map<String, Object> view, Map<Integer, Map<String, Object>> known) {
        if (parts.isEmpty()) {
            return;
        }
        var lines = own.of(view);
        for (int place = 0; place < lines.size(); place++) {
            var line = lines.get(place);
            var values = known.getOrDefault(Description.Lines.number(line, place), Map.of());
            parts.forEach(part -> {
                part.addition().lines().columns().forEach(each -> line.put(each.name(), values.get(each.name())));
                fields(part).forEach(each -> line.put(each.name(), values.get(each.name())));
            });
        }
    }

    /** Those who take something of the lines that were entered. */
    List<Part> takers(Form form, boolean change) {
        return parts.stream()
                .filter(part -> form.has(own.name()) && !own.fields().isEmpty())
                .filter(part -> change
                        || form.lines(own.name()).stream()
                                .anyMatch(line -> fields(part).anyMatch(field -> line.has(field.name()))))
                .toList();
    }

    /** The lines of a document as they are now; null for who may not see them. */
    List<Map<String, Object>> now(Row row) {
        try {
            return own.of(row.view().get());
        } catch (Refusal unseen) {
            return null;
        }
    }

    /** Hands over what was entered. Who may not see the document enters its lines in their order. */
    void take(List<Part> takers, Row row, List<Map<String, Object>> before, Form form) {
        var entered = form.lines(own.name());
        var now = now(row);
        var became = now == null ? inOrder(entered) : same(entered, now, true);
        var was = before == null ? inOrder(entered) : same(entered, before, false);
        var lines = IntStream.range(0, entered.size())
                .mapToObj(i -> new Line(number(now, became[i]), number(before, was[i]), entered.get(i)))
                .toList();
        takers.forEach(part -> part.extension().takeLines(row, lines));
    }

    private static int[] inOrder(List<Form> entered) {
        return IntStream.range(0, entered.size()).toArray();
    }

    private static int number(List<Map<String, Object>> lines, int place) {
        if (place < 0) {
            return 0;
        }
        return lines == null ? place + 1 : Description.Lines.number(lines.get(place), place);
    }

    /**
     * For each line entered the place of the one that it is, -1 for none.
     *
     * @param merged whether several may have become one, as those of a delivery for one line of the order
     */
    private int[] same(List<Form> entered, List<Map<String, Object>> lines, boolean merged) {
        var found = new Found(lines, entered.size());
        for (int i = 0; i < Math.min(entered.size(), lines.size()); i++) {
            if (agree(entered.get(i), lines.get(i))) {
                found.take(i, i);
            }
        }
        var about = about(lines);
        for (var exactly : List.of(true, false)) {
            for (int i = 0; i < entered.size(); i++) {
                var line = entered.get(i);
                about.getOrDefault(key(line), List.of()).stream()
                        .filter(place -> !found.taken[place] && (!exactly || agree(line, lines.get(place))))
                        .findFirst()
                        .ifPresent(found.of(i));
            }
        }
        for (int i = 0; merged && i < entered.size(); i++) {
            about.getOrDefault(key(entered.get(i)), List.of()).stream()
                    .findFirst()
                    .ifPresent(found.of(i));
        }
        return found.places;
    }

    private static final class Found {
        private final int[] places;
        private final boolean[] taken;

        Found(List<Map<String, Object>> lines, int entered) {
            places = new int[entered];
            taken = new boolean[lines.size()];
            Arrays.fill(places, -1);
        }

        Consumer<Integer> of(int entered) {
            return place -> take(entered, place);
        }

        void take(int entered, int place) {
            if (places[entered] < 0) {
                places[entered] = place;
                taken[place] = true;
            }
        }
    }

    private Map<Object, List<Integer>> about(List<Map<String, Object>> lines) {
        var about = new HashMap<Object, List<Integer>>();
        var first = first();
        for (int place = 0; place < lines.size(); place++) {
            about.computeIfAbsent(shown(first, lines.get(place)), key -> new ArrayList<>())
                    .add(place);
        }
        return about;
    }

    private Field first() {
        return own.fields().get(0);
    }

    private Object key(Form entered) {
        return entered(first(), entered);
    }

    /** Whether the line says what was entered, as far as it shows that. */
    private boolean agree(Form entered, Map<String, Object> line) {
        return own.fields().stream()
                .filter(field -> line.containsKey(field.name()))
                .allMatch(field -> {
                    var value = entered(field, entered);
                    return value.isEmpty() || value.equals(shown(field, line));
                });
    }

    private static String entered(Field field, Form form) {
        Object value =
                switch (field.type()) {
                    case NUMBER, AMOUNT, QUANTITY -> form.decimal(field.name());
                    case DATE -> form.day(field.name());
                    case FLAG -> form.flag(field.name());
                    case REFERENCE -> form.id(field.name());
                    case TEXT, CHOICE, MOMENT -> form.text(field.name());
                };
        return comparable(field, value);
    }

    private static String shown(Field field, Map<String, Object> line) {
        return comparable(field, line.get(field.name()));
    }

    private static String comparable(Field field, Object value) {
        if (value == null) {
            return "";
        }
        return switch (field.type()) {
            case NUMBER, AMOUNT, QUANTITY ->
                new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }
}
