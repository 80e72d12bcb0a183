package org.stepwise.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.stepwise.data.Id;
import org.stepwise.input.field.Amount;
import org.stepwise.input.field.Count;
import org.stepwise.input.field.Must;
import org.stepwise.input.field.OneOf;
import org.stepwise.input.field.Percent;
import org.stepwise.input.field.Price;
import org.stepwise.input.field.Quantity;
import org.stepwise.input.field.Ref;

/** Tells from type and annotations of a component what it is; refuses loudly what says too little. */
final class Kinds {
    private Kinds() {}

    /** An annotation that its bundle does not import is dropped without a word, and the limit with it. */
    static void requireSeen(Class<?> type) {
        var name = type.getName();
        try (var code = type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
            var written = new String(code.readAllBytes(), StandardCharsets.ISO_8859_1);
            if (written.contains(Must.class.getPackageName().replace('.', '/'))) {
                Class.forName(Must.class.getName(), false, type.getClassLoader());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ClassNotFoundException unseen) {
            throw new IllegalArgumentException(
                    name + " does not see its annotations: let its bundle import " + Must.class.getPackageName(),
                    unseen);
        }
    }

    static Kind of(RecordComponent component) {
        var type = component.getType();
        if (type == String.class) {
            return component.isAnnotationPresent(OneOf.class) ? Kind.CHOICE : Kind.TEXT;
        }
        if (type == BigDecimal.class) {
            return number(component);
        }
        if (type == LocalDate.class) {
            return Kind.DAY;
        }
        if (type == boolean.class || type == Boolean.class) {
            return Kind.FLAG;
        }
        if (type == int.class || type == Integer.class) {
            return component.isAnnotationPresent(Count.class) ? Kind.COUNT : Kind.WHOLE;
        }
        if (type.isEnum()) {
            return Kind.CHOICE;
        }
        if (type == Id.class && component.isAnnotationPresent(Ref.class)) {
            return Kind.REFERENCE;
        }
        if (type == List.class && element(component) != null) {
            return Kind.LINES;
        }
        throw undescribed(component, "is of a type that nobody can fill in, or is an id without @Ref");
    }

    private static Kind number(RecordComponent component) {
        if (component.isAnnotationPresent(Quantity.class)) {
            return component.getAnnotation(Quantity.class).orNone() ? Kind.QUANTITY_OR_NONE : Kind.QUANTITY;
        }
        if (component.isAnnotationPresent(Price.class)) {
            return Kind.PRICE;
        }
        if (component.isAnnotationPresent(Percent.class)) {
            return Kind.PERCENT;
        }
        if (component.isAnnotationPresent(Amount.class)) {
            return component.getAnnotation(Amount.class).signed() ? Kind.AMOUNT : Kind.CHARGE;
        }
        throw undescribed(component, "does not say what number it is: @Quantity, @Price, @Percent or @Amount");
    }

    /** The record that each line is, null when these are no lines. */
    static Class<? extends Record> element(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                        && element.isRecord()
                ? element.asSubclass(Record.class)
                : null;
    }

    private static IllegalArgumentException undescribed(RecordComponent component, String what) {
        return new IllegalArgumentException(
                component.getDeclaringRecord().getName() + "." + component.getName() + " " + what);
    }
}
