package org.stepwise.input;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.stepwise.input.field.ByLanguage;
import org.stepwise.input.field.Capitals;
import org.stepwise.input.field.CodeOf;
import org.stepwise.input.field.Key;
import org.stepwise.input.field.Max;
import org.stepwise.input.field.Must;
import org.stepwise.input.field.OnCreate;
import org.stepwise.input.field.OneOf;
import org.stepwise.input.field.Ref;

/**
 * One component of a record that somebody fills in, as its type and annotations describe it.
 *
 * @param most the most characters of a text; 0 of anything else
 * @param choices the values of a choice
 * @param register where a reference points to, such as {@code masterdata.parties}, or what a code is one of
 * @param lines what each line is, null unless these are lines
 */
public record Part(
        RecordComponent component,
        Kind kind,
        boolean required,
        int most,
        List<String> choices,
        String register,
        Shape<?> lines) {

    public String name() {
        return component.getName();
    }

    /** Whether it is given when something is made, and never changed. */
    public boolean onCreate() {
        return component.isAnnotationPresent(OnCreate.class);
    }

    static Part of(RecordComponent component) {
        var kind = Kinds.of(component);
        return new Part(
                component,
                kind,
                component.isAnnotationPresent(Must.class) || component.isAnnotationPresent(Key.class),
                kind == Kind.TEXT ? most(component) : 0,
                kind == Kind.CHOICE ? choices(component) : List.of(),
                register(component),
                kind == Kind.LINES ? Shape.of(Kinds.element(component)) : null);
    }

    /** Whether it is the code by which people know the record. */
    public boolean key() {
        return component.isAnnotationPresent(Key.class);
    }

    /** Whether it is sorted and found as readers of the company's language do. */
    public boolean byLanguage() {
        return component.isAnnotationPresent(ByLanguage.class);
    }

    /** Whether what is archived, erased or out of use may be named as well. */
    public boolean endedToo() {
        return component.isAnnotationPresent(Ref.class)
                && component.getAnnotation(Ref.class).ended();
    }

    private static String register(RecordComponent component) {
        if (component.isAnnotationPresent(Ref.class)) {
            return component.getAnnotation(Ref.class).value();
        }
        return component.isAnnotationPresent(CodeOf.class)
                ? component.getAnnotation(CodeOf.class).value()
                : null;
    }

    private static int most(RecordComponent component) {
        return component.isAnnotationPresent(Max.class)
                ? component.getAnnotation(Max.class).value()
                : Bounds.TEXT;
    }

    private static List<String> choices(RecordComponent component) {
        return component.getType().isEnum()
                ? Arrays.stream(component.getType().getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList()
                : List.of(component.getAnnotation(OneOf.class).value());
    }

    /**
     * One value as it is kept: a text without blanks around it, a number in its decimals; null for none.
     *
     * @throws Unfit when it may not be that
     */
    public Object checked(Object value) {
        var fit = value == null ? null : fit(value);
        if (fit == null && required) {
            throw new Unfit("is missing");
        }
        return fit;
    }

    private Object fit(Object value) {
        return switch (kind) {
            case TEXT -> text((String) value);
            case CHOICE -> choice(value);
            case DAY -> Kind.day((LocalDate) value);
            case WHOLE, COUNT -> whole(value);
            case FLAG, REFERENCE, LINES -> value;
            default -> kind.number((BigDecimal) value);
        };
    }

    private String text(String value) {
        var text = Kind.text(value, most);
        return text == null || !component.isAnnotationPresent(Capitals.class) ? text : text.toUpperCase(Locale.ROOT);
    }

    private Object whole(Object value) {
        return value instanceof BigDecimal number
                ? kind.number(number)
                : (Object) kind.number(new BigDecimal(value.toString())).intValueExact();
    }

    private Object choice(Object value) {
        if (!choices.contains(value.toString())) {
            throw new Unfit("is none of " + String.join(", ", choices));
        }
        return value;
    }

    /** What the record has here. */
    public Object of(Record record) {
        try {
            var accessor = component.getAccessor();
            accessor.trySetAccessible();
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException(component + " can not be read", unreadable);
        }
    }

    /**
     * A value of the component's own type, from one as forms have it: of an enum, a whole number, a flag that is not.
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Object typed(Object value) {
        var type = component.getType();
        if (value == null) {
            return type == boolean.class ? Boolean.FALSE : type == int.class ? (Object) 0 : null;
        }
        if (type.isEnum() && value instanceof String name) {
            return Enum.valueOf((Class<? extends Enum>) type, name);
        }
        return value instanceof BigDecimal number && (kind == Kind.WHOLE || kind == Kind.COUNT)
                ? (Object) number.intValueExact()
                : value;
    }
}
