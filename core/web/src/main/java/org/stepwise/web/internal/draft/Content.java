package org.stepwise.web.internal.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.stepwise.web.Description;
import org.stepwise.web.Field;

/**
 * What a draft says: values as the form has them, and what was typed into fields that the form has no more.
 *
 * @param left by the place where it stood, such as {@code lines[2].colour}
 */
record Content(String title, ObjectNode values, ObjectNode left) {
    private static final int LARGEST_SCALE = 100;

    static Content of(String title, JsonNode values) {
        return new Content(title, (ObjectNode) values, JsonNodeFactory.instance.objectNode());
    }

    /** What may be entered for something new. */
    static List<Field> fields(List<Field> all) {
        return all.stream().filter(field -> !field.on().equals("change")).toList();
    }

    /** Parted anew by the form as it is now: what it has no field for is left, and what came back is entered again. */
    Content fitted(Description form) {
        var fits = JsonNodeFactory.instance.objectNode();
        var rest = left.deepCopy();
        var fields = fields(form.fields());
        part("", fields, values, fits, rest);
        if (form.lines() != null && rest.has(form.lines().name())) {
            lines(form.lines(), rest.remove(form.lines().name()), fits, rest);
        }
        fields.forEach(field -> {
            var before = rest.get(field.name());
            if (before != null && before.isValueNode() && !fits.has(field.name())) {
                fits.set(field.name(), rest.remove(field.name()));
            }
        });
        return new Content(title, fits, rest);
    }

    private static void part(String at, List<Field> fields, JsonNode entered, ObjectNode fits, ObjectNode rest) {
        Predicate<String> known =
                name -> fields.stream().anyMatch(field -> field.name().equals(name));
        entered.properties().forEach(each -> {
            if (known.test(each.getKey()) && each.getValue().isValueNode()) {
                fits.set(each.getKey(), plain(each.getValue()));
            } else {
                rest.set(at + each.getKey(), each.getValue());
            }
        });
    }

    private static void lines(Description.Lines lines, JsonNode entered, ObjectNode fits, ObjectNode rest) {
        if (!entered.isArray()) {
            rest.set(lines.name(), entered);
            return;
        }
        var kept = fits.putArray(lines.name());
        var fields = fields(lines.fields());
        for (int index = 0; index < entered.size(); index++) {
            var line = entered.get(index);
            var at = lines.name() + "[" + index + "]";
            var fitting = kept.addObject();
            if (line.isObject()) {
                part(at + ".", fields, line, fitting, rest);
            } else {
                rest.set(at, line);
            }
        }
    }

    /** Decimals are texts, as everywhere at the door, so that no browser rounds them. */
    private static JsonNode plain(JsonNode value) {
        if (!value.isNumber()) {
            return value;
        }
        BigDecimal number = value.decimalValue();
        return JsonNodeFactory.instance.textNode(
                Math.abs(number.scale()) > LARGEST_SCALE ? value.asText() : number.toPlainString());
    }
}
