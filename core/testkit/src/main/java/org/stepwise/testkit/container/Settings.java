package org.stepwise.testkit.container;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A component's configuration as the annotation type that its constructor takes. */
public final class Settings implements InvocationHandler {
    private final Class<?> type;
    private final Map<String, Object> values;

    private Settings(Class<?> type, Map<String, Object> values) {
        this.type = type;
        this.values = values;
    }

    /** All defaults but for the values given. */
    public static <T> T of(Class<T> type, Map<String, Object> values) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new Settings(type, values)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "annotationType" -> type;
            case "toString" -> "@" + type.getName() + values;
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> value(method);
        };
    }

    private Object value(Method method) {
        var given = values.get(property(method.getName()));
        if (given == null) {
            return method.getDefaultValue() != null ? method.getDefaultValue() : empty(method.getReturnType());
        }
        return converted(given, method.getReturnType());
    }

    /** As the specification of Declarative Services maps method names, 112.8.2.1. */
    private static String property(String method) {
        return method.replace("$_$", "-")
                .replace("__", "\0")
                .replace('_', '.')
                .replace('\0', '_')
                .replace("$$", "\0")
                .replace("$", "")
                .replace('\0', '$');
    }

    private static Object empty(Class<?> type) {
        if (type.isArray()) {
            return Array.newInstance(type.getComponentType(), 0);
        }
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    private static Object converted(Object given, Class<?> type) {
        if (type.isArray()) {
            var values = given instanceof Object[] many ? Arrays.asList(many) : List.of(given);
            var array = Array.newInstance(type.getComponentType(), values.size());
            for (int i = 0; i < values.size(); i++) {
                Array.set(array, i, converted(values.get(i), type.getComponentType()));
            }
            return array;
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.toString().equals(given.toString()))
                    .findFirst()
                    .orElseThrow();
        }
        var text = given.toString();
        return switch (type.getName()) {
            case "int" -> Integer.parseInt(text);
            case "long" -> Long.parseLong(text);
            case "boolean" -> Boolean.parseBoolean(text);
            case "java.lang.String" -> text;
            default -> given;
        };
    }
}
