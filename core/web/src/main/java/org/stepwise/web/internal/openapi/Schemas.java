package org.stepwise.web.internal.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stepwise.data.Id;
import org.stepwise.web.Column;
import org.stepwise.web.Field;
import org.stepwise.web.ValueType;

/** What values, forms and records look like in JSON, in the words of OpenAPI 3.0. */
final class Schemas {
    private static final int DEEPEST = 6;
    private static final Map<Class<?>, String> FORMATS =
            Map.of(BigDecimal.class, "decimal", LocalDate.class, "date", Instant.class, "date-time", Id.class, "id");

    private Schemas() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode ref(String name) {
        return object().put("$ref", "#/components/schemas/" + name);
    }

    static ObjectNode text(String format) {
        var schema = object().put("type", "string");
        return format == null ? schema : schema.put("format", format);
    }

    static ObjectNode whole() {
        return object().put("type", "integer").put("format", "int64");
    }

    static ObjectNode flag() {
        return object().put("type", "boolean");
    }

    static ObjectNode list(ObjectNode items) {
        var schema = object().put("type", "array");
        schema.set("items", items);
        return schema;
    }

    static ObjectNode value(ValueType type, List<String> choices) {
        return switch (type) {
            case TEXT -> text(null);
            case NUMBER, AMOUNT, QUANTITY -> text("decimal");
            case DATE -> text("date");
            case MOMENT -> text("date-time");
            case REFERENCE -> text("id");
            case FLAG -> flag();
            case CHOICE -> {
                var schema = text(null);
                choices.forEach(schema.putArray("enum")::add);
                yield schema;
            }
        };
    }

    /** @param says what a field is called */
    static ObjectNode form(List<Field> fields, Function<Field, String> says) {
        var schema = object().put("type", "object").put("additionalProperties", false);
        var properties = schema.putObject("properties");
        fields.forEach(field -> {
            var value = value(field.type(), field.choices()).put("description", says.apply(field));
            if (field.max() > 0) {
                value.put("maxLength", field.max());
            }
            properties.set(field.name(), value);
        });
        var required = fields.stream().filter(Field::required).map(Field::name).toList();
        if (!required.isEmpty()) {
            required.forEach(schema.putArray("required")::add);
        }
        return schema;
    }

    /** @param says what a column is called */
    static ObjectNode row(List<Column> columns, Function<Column, String> says) {
        var schema = object().put("type", "object");
        var properties = schema.putObject("properties");
        properties.set("id", text("id"));
        columns.forEach(column -> properties.set(
                column.name(),
                value(column.type(), column.choices())
                        .put("description", says.apply(column))
                        .put("nullable", true)));
        return schema;
    }

    /** A Java type as the JSON that Jackson makes of it. */
    static ObjectNode of(Type type) {
        return of(type, 0);
    }

    private static ObjectNode of(Type type, int depth) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            var last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            if (Collection.class.isAssignableFrom(raw)) {
                return list(of(last, depth + 1));
            }
            if (Map.class.isAssignableFrom(raw)) {
                var schema = object().put("type", "object");
                schema.set("additionalProperties", of(last, depth + 1));
                return schema;
            }
            return raw == Optional.class ? of(last, depth) : of(raw, depth);
        }
        return type instanceof Class<?> plain ? of(plain, depth) : object();
    }

    private static ObjectNode of(Class<?> type, int depth) {
        if (type == String.class || FORMATS.containsKey(type)) {
            return text(FORMATS.get(type));
        }
        if (type == boolean.class || type == Boolean.class) {
            return flag();
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return whole();
        }
        if (type.isArray()) {
            return list(of(type.getComponentType(), depth + 1));
        }
        if (type.isEnum()) {
            var schema = text(null);
            var values = schema.putArray("enum");
            for (var constant : type.getEnumConstants()) {
                values.add(constant.toString());
            }
            return schema;
        }
        var schema = object();
        if (type.isRecord() && depth < DEEPEST) {
            schema.put("type", "object");
            var properties = schema.putObject("properties");
            for (var component : type.getRecordComponents()) {
                var value = of(component.getGenericType(), depth + 1);
                properties.set(
                        component.getName(), component.getType().isPrimitive() ? value : value.put("nullable", true));
            }
        }
        return schema;
    }
}
