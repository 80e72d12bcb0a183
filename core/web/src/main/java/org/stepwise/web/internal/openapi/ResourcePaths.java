package org.stepwise.web.internal.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.HttpMethod;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;

/** The paths of a JAX-RS resource, read from its annotations. */
final class ResourcePaths {
    private final Class<?> resource;
    private final String root;
    private final Operations operations;

    ResourcePaths(Class<?> resource) {
        this.resource = resource;
        var path = trimmed(resource.getAnnotation(Path.class));
        this.root = outside(path);
        this.operations = new Operations(path.substring(1).split("/")[0]);
    }

    static boolean isDescribable(Class<?> resource) {
        if (!resource.isAnnotationPresent(Path.class)) {
            return false;
        }
        var path = resource.getAnnotation(Path.class).value();
        return !path.startsWith("registers/") && !path.startsWith("{");
    }

    /** What is below the rows of all registers is asked for there. */
    private static String outside(String root) {
        return root.replaceFirst("^/[a-z]+/rows(?=/\\{module}/\\{plural}/)", "");
    }

    private static String trimmed(Path path) {
        return path == null
                ? ""
                : "/" + path.value().replaceAll("^/|/$", "").replaceAll("\\{(\\w+)\\s*:[^}]*}", "{$1}");
    }

    void writeTo(ObjectNode paths) {
        var methods = Stream.of(resource.getMethods())
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        for (var method : methods) {
            var verb = verb(method);
            if (verb != null) {
                paths.withObject("/" + (root + trimmed(method.getAnnotation(Path.class))).replace("/", "~1"))
                        .set(verb, operation(method, verb));
            }
        }
    }

    private static String verb(Method method) {
        return Stream.of(method.getAnnotations())
                .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                .filter(each -> each != null)
                .map(each -> each.value().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse(null);
    }

    private ObjectNode operation(Method method, String verb) {
        List<ObjectNode> parameters = new ArrayList<>();
        if (verb.equals("post")) {
            parameters.add(Operations.KEY);
        }
        Parameter body = null;
        for (var parameter : method.getParameters()) {
            var described = parameter(parameter);
            if (described != null) {
                parameters.add(described);
            } else if (Stream.of(parameter.getAnnotations()).noneMatch(ResourcePaths::isInjected)) {
                body = parameter;
            }
        }
        var answer =
                method.getReturnType() == Response.class ? Schemas.object() : Schemas.of(method.getGenericReturnType());
        var words = method.getName().replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        var operation = operations.operation(id(method, verb), words, parameters, 200, answer);
        var produces = method.getAnnotation(Produces.class);
        if (produces != null && !produces.value()[0].contains("json")) {
            operation.withObject("/responses/200/content").removeAll().putObject(produces.value()[0]);
        }
        if (body != null) {
            var schema =
                    body.getType() == InputStream.class ? Schemas.object() : Schemas.of(body.getParameterizedType());
            Operations.body(operation, "application/json", schema);
        }
        return operation;
    }

    /** Of method and address, which no other has. */
    private String id(Method method, String verb) {
        return (verb + root + trimmed(method.getAnnotation(Path.class))).replaceAll("[^A-Za-z0-9]+", "_");
    }

    private static boolean isInjected(Annotation annotation) {
        return annotation instanceof Context || annotation instanceof Suspended;
    }

    private static ObjectNode parameter(Parameter parameter) {
        var path = parameter.getAnnotation(PathParam.class);
        if (path != null) {
            return Operations.path(path.value());
        }
        var query = parameter.getAnnotation(QueryParam.class);
        if (query != null) {
            return Operations.typed(Operations.query(query.value(), null), Schemas.of(parameter.getType()));
        }
        var header = parameter.getAnnotation(HeaderParam.class);
        return header == null ? null : Operations.header(header.value(), null);
    }
}
