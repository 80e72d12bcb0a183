package org.stepwise.testkit.container;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.ComponentContext;

/** Makes the instance of a component, binds to it and ends it. */
final class Construction {
    private final Description description;
    private final Map<String, Object> properties;
    private final Components components;

    Construction(Description description, Map<String, Object> properties, Components components) {
        this.description = description;
        this.properties = properties;
        this.components = components;
    }

    Object create(ClassLoader loader, Function<Reference, List<Object>> services) {
        var constructor = constructor(loader);
        var types = constructor.getParameterTypes();
        var arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = argument(i, types[i], services);
        }
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException failure) {
            throw unwrapped(failure);
        } catch (ReflectiveOperationException failure) {
            throw new Unsatisfied("cannot be constructed: " + failure, failure);
        }
    }

    private Constructor<?> constructor(ClassLoader loader) {
        try {
            return Arrays.stream(loader.loadClass(description.implementation()).getConstructors())
                    .filter(candidate -> candidate.getParameterCount() == description.parameters())
                    .findFirst()
                    .orElseThrow(() -> new Unsatisfied(
                            "has no public constructor of " + description.parameters() + " parameters"));
        } catch (ClassNotFoundException | LinkageError missing) {
            throw new Unsatisfied("a class is missing: " + missing.getMessage(), missing);
        }
    }

    private Object argument(int index, Class<?> type, Function<Reference, List<Object>> services) {
        var reference = description.references().stream()
                .filter(candidate -> candidate.parameter() == index)
                .findFirst();
        if (reference.isPresent()) {
            var found = services.apply(reference.get());
            if (reference.get().multiple()) {
                return found;
            }
            var first = found.isEmpty() ? null : found.get(0);
            return type == Optional.class ? Optional.ofNullable(first) : first;
        }
        if (type.isAnnotation()) {
            return Settings.of(type, properties);
        }
        if (type == Map.class) {
            return properties;
        }
        if (type == ComponentContext.class) {
            return new PlainContext(properties, PlainServices.of(components));
        }
        throw new Unsatisfied("needs " + type.getName() + ", which only a container gives");
    }

    /** Calls a method of the component with as many of the arguments as it takes. */
    void call(Object component, String name, Object... arguments) {
        var method = method(component.getClass(), name, arguments.length);
        try {
            method.setAccessible(true);
            method.invoke(component, Arrays.copyOf(arguments, method.getParameterCount()));
        } catch (InvocationTargetException failure) {
            throw unwrapped(failure);
        } catch (ReflectiveOperationException failure) {
            throw new Unsatisfied(name + " of " + description.name() + " cannot be called: " + failure, failure);
        }
    }

    private Method method(Class<?> type, String name, int most) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(name) && candidate.getParameterCount() <= most)
                .findFirst()
                .orElseThrow(() -> new Unsatisfied(type.getName() + " has no method " + name));
    }

    private static RuntimeException unwrapped(InvocationTargetException failure) {
        if (failure.getCause() instanceof LinkageError missing) {
            return new Unsatisfied("a class is missing: " + missing.getMessage(), missing);
        }
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof RuntimeException thrown
                ? thrown
                : new IllegalStateException(failure.getCause());
    }
}
