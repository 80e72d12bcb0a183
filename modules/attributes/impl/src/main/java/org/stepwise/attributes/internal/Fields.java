package org.stepwise.attributes.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.stepwise.data.Amounts;
import org.stepwise.input.Bounds;
import org.stepwise.web.Column;
import org.stepwise.web.Field;
import org.stepwise.web.Form;
import org.stepwise.web.ValueType;

/** Attributes as forms and lists have them. */
public final class Fields {
    private Fields() {}

    /** @param choices every value it has ever offered */
    public static Column column(Attribute attribute, Set<String> choices) {
        var type = ValueType.valueOf(attribute.type().name());
        var column =
                switch (type) {
                    case CHOICE -> Column.choice(attribute.field(), attribute.slot(), choices.toArray(String[]::new));
                    case REFERENCE -> Column.reference(attribute.field(), attribute.slot(), attribute.refers());
                    default -> Column.of(attribute.field(), type, attribute.slot());
                };
        return column.sorted().called(attribute.title());
    }

    /** What is required is so when a row is made. Later it cannot be emptied, but rows of before may lack it. */
    public static List<Field> entered(Collection<Attribute> attributes) {
        return attributes.stream()
                .flatMap(attribute -> attribute.required()
                        ? List.of(
                                field(attribute).must().onCreate(),
                                field(attribute).onChange())
                                .stream()
                        : List.of(field(attribute)).stream())
                .toList();
    }

    public static Field field(Attribute attribute) {
        var type = ValueType.valueOf(attribute.type().name());
        var field =
                switch (type) {
                    case CHOICE ->
                        Field.choice(attribute.field(), attribute.choices().toArray(String[]::new));
                    case REFERENCE -> Field.reference(attribute.field(), attribute.refers());
                    default -> Field.of(attribute.field(), type);
                };
        return (type == ValueType.TEXT ? field.atMost(Bounds.TEXT) : field).called(attribute.title());
    }

    /** What was entered, as facts have it. */
    public static Map<String, String> texts(Collection<Attribute> attributes, Form entered) {
        var texts = new TreeMap<String, String>();
        attributes.stream()
                .filter(attribute -> entered.has(attribute.field()))
                .forEach(attribute -> texts.put(attribute.name(), text(attribute, entered)));
        return texts;
    }

    private static String text(Attribute attribute, Form entered) {
        Object text =
                switch (attribute.type()) {
                    case NUMBER, AMOUNT -> {
                        var number = entered.decimal(attribute.field());
                        yield number == null ? null : Amounts.plain(number);
                    }
                    case TEXT, CHOICE -> entered.text(attribute.field());
                    case DATE -> entered.day(attribute.field());
                    case FLAG -> entered.flag(attribute.field());
                    case REFERENCE -> entered.id(attribute.field());
                };
        return text == null ? "" : text.toString();
    }

    /** Values as JSON shows them, by names of fields. */
    public static Map<String, Object> shown(Collection<Attribute> attributes, Map<String, String> values) {
        var shown = new TreeMap<String, Object>();
        attributes.forEach(attribute -> {
            var value = values.get(attribute.name());
            if (value != null) {
                shown.put(attribute.field(), attribute.shown(value));
            }
        });
        return shown;
    }
}
