package org.stepwise.log.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stepwise.log.event.Personal;

/** Finds the fields marked {@link Personal} in a record and the records in it. */
final class PersonalFields {
    private PersonalFields() {}

    static boolean anyIn(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.isAnnotationPresent(Personal.class)
                        || nested(component).filter(PersonalFields::anyIn).isPresent());
    }

    /** Puts something else in the place of each personal field that has a value. */
    static void replace(ObjectNode node, Class<?> type, UnaryOperator<JsonNode> change) {
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode value = node.get(component.getName());
            if (value == null || value.isNull()) {
                continue;
            }
            if (component.isAnnotationPresent(Personal.class)) {
                node.set(component.getName(), change.apply(value));
            } else {
                nested(component).ifPresent(inner -> replaceIn(value, inner, change));
            }
        }
    }

    private static void replaceIn(JsonNode value, Class<?> inner, UnaryOperator<JsonNode> change) {
        if (value instanceof ObjectNode object) {
            replace(object, inner, change);
        } else if (value instanceof ArrayNode array) {
            array.forEach(element -> replaceIn(element, inner, change));
        }
    }

    private static Optional<Class<?>> nested(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType list && list.getActualTypeArguments().length == 1) {
            return record(list.getActualTypeArguments()[0]);
        }
        return record(component.getType());
    }

    private static Optional<Class<?>> record(Type type) {
        return type instanceof Class<?> found && found.isRecord() ? Optional.of(found) : Optional.empty();
    }
}
