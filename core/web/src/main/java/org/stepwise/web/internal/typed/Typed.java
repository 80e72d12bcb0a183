package org.stepwise.web.internal.typed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.stepwise.error.Quoted;
import org.stepwise.error.Refusal;
import org.stepwise.error.Rejected;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.OpenRegisters;
import org.stepwise.web.ValueType;
import org.stepwise.web.internal.form.FormReader;
import org.stepwise.web.internal.json.Json;

/**
 * What was typed as {@code field=value}, as the body of a form. What a field refers to is called as people call it. A
 * line of a document is {@code line="product=P1 quantity=5"}, one word for each; all of them at once are JSON.
 */
final class Typed {
    /** A field with its value, in which quotes keep blanks together. */
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

    private static final String LINE = "line";

    private final ObjectMapper mapper = Json.mapper();
    private final OpenRegisters registers;
    private final List<Field> fields;
    private final Description.Lines lines;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    private Typed(OpenRegisters registers, List<Field> fields, Description.Lines lines) {
        this.registers = registers;
        this.fields = fields;
        this.lines = lines;
    }

    /**
     * What was typed.
     *
     * @param wrong what cannot be said in the body, by field: words that are none, and names that lead nowhere
     */
    record Entered(ObjectNode body, Map<String, String> wrong) {
        /** Refuses what is wrong, together with all that the form finds. */
        Form form(Function<ObjectNode, Form> read) {
            var all = new LinkedHashMap<>(wrong);
            try {
                var form = read.apply(body);
                if (all.isEmpty()) {
                    return form;
                }
            } catch (Rejected refused) {
                if (all.isEmpty() || refused.fields().isEmpty()) {
                    throw refused;
                }
                refused.fields().forEach((field, reason) -> {
                    if (wrong.keySet().stream().noneMatch(known -> field.startsWith(known + "."))) {
                        all.putIfAbsent(field, reason);
                    }
                });
            }
            throw FormReader.refused(all);
        }
    }

    /** The body of a form that has these fields, and these lines or null. */
    static Entered of(OpenRegisters registers, List<Field> fields, Description.Lines lines, List<String> words) {
        var typed = new Typed(registers, fields, lines);
        var body = JsonNodeFactory.instance.objectNode();
        words.forEach(word -> typed.take(body, word));
        return new Entered(body, typed.wrong);
    }

    private void take(ObjectNode body, String word) {
        var end = word.indexOf('=');
        if (end <= 0) {
            wrong.put(Quoted.of(word), "is to be written field=value");
            return;
        }
        var name = word.substring(0, end);
        var value = word.substring(end + 1);
        if (isLine(name)) {
            var typed = body.withArray(lines.name());
            typed.add(line(lines.name() + "[" + typed.size() + "]", value));
        } else if (body.has(name)) {
            wrong.put(name, "is given twice");
        } else if (lines != null && name.equals(lines.name())) {
            body.set(name, whole(value));
        } else {
            put(body, "", fields, name, value);
        }
    }

    private boolean isLine(String name) {
        return lines != null
                && name.equals(LINE)
                && fields.stream().noneMatch(field -> field.name().equals(LINE));
    }

    private ObjectNode line(String at, String text) {
        var line = JsonNodeFactory.instance.objectNode();
        for (var word : words(text)) {
            var end = word.indexOf('=');
            if (end <= 0) {
                wrong.put(at, "has \"" + Quoted.of(word) + "\", and is to be written line=\"field=value field=value\"");
            } else {
                put(line, at + ".", lines.fields(), word.substring(0, end), bare(word.substring(end + 1)));
            }
        }
        return line;
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var found = WORD.matcher(text);
        while (found.find()) {
            words.add(found.group());
        }
        return words;
    }

    private static String bare(String value) {
        return value.replaceAll("\"([^\"]*)\"|'([^']*)'", "$1$2");
    }

    /** All lines as JSON; what is no list is told by the form. */
    private JsonNode whole(String json) {
        try {
            var typed = mapper.readTree(json);
            for (var index = 0; index < typed.size(); index++) {
                if (typed.get(index) instanceof ObjectNode line) {
                    name(lines.name() + "[" + index + "].", line);
                }
            }
            return typed;
        } catch (JsonProcessingException malformed) {
            wrong.put(
                    lines.name(),
                    "is to be JSON such as [{\"field\":\"value\"}], or one line=\"field=value\" for each");
            return JsonNodeFactory.instance.arrayNode();
        }
    }

    private void name(String at, ObjectNode line) {
        for (var field : lines.fields()) {
            if (line.path(field.name()).isTextual()) {
                put(
                        line,
                        at,
                        lines.fields(),
                        field.name(),
                        line.path(field.name()).textValue());
            }
        }
    }

    private void put(ObjectNode body, String at, List<Field> of, String name, String value) {
        var refers = of.stream()
                .filter(field -> field.name().equals(name) && field.type() == ValueType.REFERENCE)
                .filter(field -> field.register() != null && !value.isBlank())
                .findFirst();
        try {
            body.put(
                    name,
                    refers.isEmpty()
                            ? value
                            : registers.row(refers.get().register(), value).toString());
        } catch (Refusal unknown) {
            wrong.put(at + name, unknown.getMessage());
            body.remove(name);
        }
    }
}
