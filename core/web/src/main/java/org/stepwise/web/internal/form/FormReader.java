package org.stepwise.web.internal.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stepwise.error.Quoted;
import org.stepwise.error.Rejected;
import org.stepwise.input.Bounds;
import org.stepwise.web.Description;
import org.stepwise.web.Field;
import org.stepwise.web.Form;

/** Checks what was entered against the description, all of it, so that everything wrong is told at once. */
public final class FormReader {
    /** The code of an entry that does not fit its form. */
    public static final String INVALID = "erp.form.invalid";

    private final Map<String, String> wrong = new LinkedHashMap<>();
    private final boolean partial;

    /** @param partial whether what is left out stays as it is known */
    private FormReader(boolean partial) {
        this.partial = partial;
    }

    /** The form of something new, refused when anything is wrong with it. */
    public static Form create(Description description, JsonNode entered) {
        return sound(created(description, entered));
    }

    /** The form of something changed, refused when anything is wrong with it. */
    public static Form change(Description description, JsonNode entered) {
        return sound(changed(description, entered));
    }

    /** The form of a business act, refused when anything is wrong with it. */
    public static Form act(Description.Verb verb, JsonNode entered) {
        return sound(acted(verb, entered));
    }

    static Form created(Description description, JsonNode entered) {
        return new FormReader(false)
                .read(fields(description.fields(), "create"), lines(description, "create"), entered);
    }

    static Form changed(Description description, JsonNode entered) {
        return new FormReader(true).read(fields(description.fields(), "change"), lines(description, "change"), entered);
    }

    static Form acted(Description.Verb verb, JsonNode entered) {
        var node = entered == null || entered.isNull() || entered.isMissingNode() ? MissingNode.getInstance() : entered;
        return new FormReader(false).read(verb.fields(), null, node);
    }

    /** What is wrong with what was entered for something new, by field; nothing where its form takes it. */
    public static Map<String, String> complaints(Description description, JsonNode entered) {
        return created(description, entered).faults();
    }

    private static Form sound(Form form) {
        if (!form.faults().isEmpty()) {
            throw refused(form.faults());
        }
        return form;
    }

    /** What is wrong with an entry, by field. */
    public static Rejected refused(Map<String, String> faults) {
        var first = faults.entrySet().iterator().next();
        var more = faults.size() > 1 ? " (and " + (faults.size() - 1) + " more)" : "";
        var message =
                "\"" + first.getKey() + "\" " + first.getValue() + more + "; correct what is named and send again";
        return new Rejected(INVALID, message, faults);
    }

    private static List<Field> fields(List<Field> all, String on) {
        return all.stream()
                .filter(field -> field.on().equals("both") || field.on().equals(on))
                .toList();
    }

    private static Description.Lines lines(Description description, String on) {
        var lines = description.lines();
        return lines == null ? null : new Description.Lines(lines.name(), lines.columns(), fields(lines.fields(), on));
    }

    private Form read(List<Field> fields, Description.Lines lines, JsonNode entered) {
        if (!entered.isObject() && !entered.isMissingNode()) {
            throw new Rejected("erp.request.malformed", "the body is to be a JSON object with the fields of the form");
        }
        return object("", fields, lines, entered, partial);
    }

    private Form object(String at, List<Field> fields, Description.Lines lines, JsonNode entered, boolean partly) {
        var values = new HashMap<String, Object>();
        for (var field : fields) {
            if (!partly || entered.has(field.name())) {
                value(at, field, entered, values);
            }
        }
        entered.fieldNames().forEachRemaining(name -> {
            if (fields.stream().noneMatch(field -> field.name().equals(name))
                    && (lines == null || !lines.name().equals(name))) {
                wrong.put(at + Quoted.of(name), "is not a field of this form");
            }
        });
        var entries = new HashMap<String, List<Form>>();
        if (lines != null && entered.hasNonNull(lines.name())) {
            entries.put(lines.name(), lines(at + lines.name(), lines, entered.get(lines.name())));
        }
        return new EnteredForm(values, entries, at.isEmpty() ? wrong : Map.of());
    }

    private void value(String at, Field field, JsonNode entered, Map<String, Object> values) {
        try {
            var value = FieldReader.read(field, entered.get(field.name()));
            if (value == null && field.required()) {
                wrong.put(at + field.name(), "is required");
            }
            if (entered.has(field.name())) {
                values.put(field.name(), value);
            }
        } catch (FieldReader.Wrong refused) {
            wrong.put(at + field.name(), refused.getMessage());
        }
    }

    private List<Form> lines(String at, Description.Lines lines, JsonNode entered) {
        if (!entered.isArray()) {
            wrong.put(at, "a list of lines is expected");
            return List.of();
        }
        if (entered.size() > Bounds.LINES) {
            wrong.put(at, "has " + entered.size() + " lines; at most " + Bounds.LINES + " are allowed");
            return List.of();
        }
        var read = new ArrayList<Form>();
        for (var index = 0; index < entered.size(); index++) {
            var line = entered.get(index);
            var place = at + "[" + index + "]";
            if (line.isObject()) {
                read.add(object(place + ".", lines.fields(), null, line, false));
            } else {
                wrong.put(place, "a line is an object with fields");
            }
        }
        return read;
    }
}
