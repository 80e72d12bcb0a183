package org.stepwise.input;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a record is that somebody fills in: its components, what each may be ({@link org.stepwise.input.field}), and how
 * one is checked and made. Forms, REST, OpenAPI, imports and the checks of verbs are made of it, so that they agree.
 *
 * @param <T> the record; public, or open to reflection
 */
public final class Shape<T extends Record> {
    private static final ClassValue<Shape<?>> SHAPES = new ClassValue<>() {
        @Override
        protected Shape<?> computeValue(Class<?> type) {
            return new Shape<>(type.asSubclass(Record.class));
        }
    };

    private final List<Part> parts;
    private final Constructor<T> constructor;

    private Shape(Class<T> type) {
        Kinds.requireSeen(type);
        var components = type.getRecordComponents();
        this.parts = Arrays.stream(components).map(Part::of).toList();
        try {
            this.constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.trySetAccessible();
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("every record has its constructor", impossible);
        }
    }

    /** The shape of a record; refuses one with a component that does not say what it is. */
    @SuppressWarnings("unchecked")
    public static <T extends Record> Shape<T> of(Class<T> type) {
        return (Shape<T>) SHAPES.get(type);
    }

    /** In the order in which they are declared. */
    public List<Part> parts() {
        return parts;
    }

    /** Makes one from values as forms have them. */
    public T make(Function<Part, Object> values) {
        try {
            return constructor.newInstance(
                    parts.stream().map(part -> part.typed(values.apply(part))).toArray());
        } catch (InvocationTargetException refused) {
            throw refused.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(refused);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(constructor + " can not be called", closed);
        }
    }

    /** What one holds, by the names of its components and in their order; whoever asks may add to it. */
    public Map<String, Object> values(T record) {
        var values = new LinkedHashMap<String, Object>();
        parts.forEach(part -> values.put(part.name(), part.of(record)));
        return values;
    }

    /** One with nothing in it. */
    public T empty() {
        return make(part -> part.kind() == Kind.LINES ? List.of() : null);
    }

    /**
     * As it is kept. What it has in common with what was known is not asked: it may be older than a rule.
     *
     * @param known what it replaces; null of something new
     * @param wrong takes what is wrong, by the path of the field, such as {@code lines[2].quantity}
     */
    T checked(T given, T known, String path, Map<String, String> wrong) {
        return make(part -> {
            var value = part.of(given);
            if (known != null && Objects.equals(value, part.of(known))) {
                return value;
            }
            try {
                return part.kind() == Kind.LINES ? lines(part, value, path, wrong) : part.checked(value);
            } catch (Unfit unfit) {
                wrong.putIfAbsent(path + part.name(), unfit.getMessage());
                return null;
            }
        });
    }

    private static <L extends Record> List<L> lines(Part part, Object value, String path, Map<String, String> wrong) {
        var given = value == null ? List.<L>of() : Shape.<L>lines(value);
        if (given.isEmpty() && part.required()) {
            throw new Unfit("are missing");
        }
        if (given.size() > Bounds.LINES) {
            throw new Unfit("are " + given.size() + ", and a document has at most " + Bounds.LINES
                    + "; enter several documents");
        }
        @SuppressWarnings("unchecked")
        var shape = (Shape<L>) part.lines();
        var checked = new ArrayList<L>();
        for (var line : given) {
            checked.add(shape.checked(line, null, path + part.name() + "[" + checked.size() + "].", wrong));
        }
        return List.copyOf(checked);
    }

    @SuppressWarnings("unchecked")
    private static <L> List<L> lines(Object value) {
        return (List<L>) value;
    }
}
